import { runProgram } from '@ceex/server';
import { requireDatabaseUrl } from './database/database-url';
import { migrateDatabase } from './database/migrate-database';

await runProgram(async () => {
  const done = await migrateDatabase(requireDatabaseUrl());
  process.stdout.write(`${done.length === 0 ? 'the schema is up to date' : done.join('\n')}\n`);
});
