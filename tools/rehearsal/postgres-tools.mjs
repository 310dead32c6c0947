// A PostgreSQL of this machine with its client programs. The npm packages bring the server alone, without pg_dump.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const NEEDED = ['initdb', 'postgres', 'psql', 'pg_dump', 'pg_restore'];
const OLDEST = 15;

/** Folders that hold a PostgreSQL by version, newest first. */
const below = (parent, pattern, inner = '') =>
  (existsSync(parent) ? readdirSync(parent) : [])
    .filter((name) => pattern.test(name))
    .sort((one, other) => Number(/\d+/.exec(other)) - Number(/\d+/.exec(one)))
    .map((name) => join(parent, name, inner));

/**
 * The folder of an installed PostgreSQL (15 or newer; it has `bin/`) with server and client programs of one version, so
 * that `pg_dump` can read what `postgres` serves. POSTGRES_HOME names one. Undefined where there is none.
 */
export function findPostgresTools() {
  const { POSTGRES_HOME } = process.env;
  const places = POSTGRES_HOME
    ? [POSTGRES_HOME]
    : [
        ...below('/usr/lib/postgresql', /^\d+$/),
        ...below('/usr', /^pgsql-\d+$/),
        ...below('/opt/homebrew/opt', /^postgresql@\d+$/),
        ...below('/usr/local/opt', /^postgresql@\d+$/),
        '/usr/local',
      ];
  return places.find((home) => NEEDED.every((name) => existsSync(join(home, 'bin', name))) && majorOf(home) >= OLDEST);
}

function majorOf(home) {
  const { stdout } = spawnSync(join(home, 'bin/pg_dump'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}
