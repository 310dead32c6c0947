import { loadConfig, variables } from '@ceex/server';
import { z } from 'zod';

const commandConfig = z.object({ DATABASE_URL: variables.databaseUrl });

/** The database of a command, from `DATABASE_URL` or `DATABASE_URL_FILE`; a missing or bad one ends the command. */
export function requireDatabaseUrl(): string {
  return loadConfig(commandConfig, process.env).DATABASE_URL;
}
