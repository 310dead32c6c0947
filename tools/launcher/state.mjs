// What the launcher remembers between starts: secrets made once, and which process runs now.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { paths } from './paths.mjs';

export function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Writes a file that only its owner may read; whole or not at all. */
export function writePrivateJson(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

const SECRETS = [
  'postgresPassword',
  'engineDatabasePassword',
  'bffDatabasePassword',
  'engineTokenSecret',
  'sessionSecret',
  'secondFactorKey',
];

/** Random secrets, made at the first start and kept. */
export function secrets() {
  const known = readJson(paths.secrets) ?? {};
  const all = Object.fromEntries(SECRETS.map((name) => [name, known[name] ?? randomBytes(32).toString('hex')]));
  if (SECRETS.some((name) => !known[name])) writePrivateJson(paths.secrets, all);
  return all;
}

/** The launcher that runs now on this state, if any: `{pid, url, engineDatabaseUrl, …}`. */
export function running() {
  const state = readJson(paths.running);
  if (!state) return undefined;
  try {
    process.kill(state.pid, 0);
    return state;
  } catch {
    return undefined;
  }
}

export const rememberRunning = (state) => writePrivateJson(paths.running, { pid: process.pid, ...state });
export const forgetRunning = () => rmSync(paths.running, { force: true });
