import { Database } from './database';
import { requireDatabaseUrl } from './database-url';

/** Runs a command over the configured database and closes it afterwards, whatever happens. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = new Database({ url: requireDatabaseUrl(), poolSize: 4, applicationName: 'ceex-engine-command' });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
