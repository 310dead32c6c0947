import { migrateDatabase } from './database/migrate-database';
import { requireDatabaseUrl } from './database/database-url';

/** Brings the database to the newest schema and ends. */
const done = await migrateDatabase(requireDatabaseUrl());
process.stdout.write(`${done.length === 0 ? 'schema is up to date' : done.join('\n')}\n`);
