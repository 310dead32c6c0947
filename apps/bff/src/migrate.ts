import 'reflect-metadata';
import { loadConfig, migrate, runProgram } from '@ceex/server';
import { databaseConfig } from './config/bff-config';
import { bffDatabase } from './database/bff-database';

await runProgram(async () => {
  const { DATABASE_URL } = loadConfig(databaseConfig, process.env);
  const ran = await migrate(bffDatabase(DATABASE_URL));
  process.stdout.write(`${JSON.stringify({ migrations: ran })}\n`);
});
