import { readFileSync } from 'node:fs';

/** The database of a command-line entry, from `DATABASE_URL` or the file that `DATABASE_URL_FILE` names. */
export function requireDatabaseUrl(env: NodeJS.ProcessEnv = process.env): string {
  const file = env['DATABASE_URL_FILE'];
  const url = env['DATABASE_URL'] ?? (file === undefined ? undefined : readFileSync(file, 'utf8').trim());
  if (url === undefined || url === '') throw new Error('DATABASE_URL is not set');
  return url;
}
