// `npm run ceex -- …`: the engine's command line, on the database of the CEEX that runs, or of this checkout.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from './launcher/build.mjs';
import { provideDatabases } from './launcher/databases.mjs';
import { paths } from './launcher/paths.mjs';
import { runOnce } from './launcher/processes.mjs';
import { running, secrets } from './launcher/state.mjs';

const args = process.argv.slice(2);

/** Commands that only compute need no database. */
const OFFLINE = ['convert', 'clear', '--help', '-h', 'help', undefined];

async function database() {
  if (OFFLINE.includes(args[0]) || args.includes('--help')) return { url: undefined, stop: async () => undefined };
  const url = process.env.ENGINE_DATABASE_URL ?? running()?.engineDatabaseUrl;
  if (url) return { url, stop: async () => undefined };
  const own = await provideDatabases(secrets());
  await runOnce('engine', 'migrate', { DATABASE_URL: own.engine });
  return { url: own.engine, stop: own.stop };
}

if (!existsSync(paths.entry('engine', 'cli'))) {
  console.error('Building the engine …');
  await build(['engine']);
}
const { url, stop } = await database();
const child = spawn(process.execPath, ['--enable-source-maps', paths.entry('engine', 'cli'), ...args], {
  stdio: 'inherit',
  env: { ...process.env, ...(url ? { DATABASE_URL: url } : {}) },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const code = await new Promise((done) => child.once('exit', (value) => done(value ?? 1)));
await stop();
process.exit(code);
