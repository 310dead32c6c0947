// `npm run ceex -- …`: the engine's command line, on the database of the CEEX that runs, or of this checkout.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './launcher/build.mjs';
import { provideDatabases } from './launcher/databases.mjs';
import { paths, root } from './launcher/paths.mjs';
import { runOnce } from './launcher/processes.mjs';
import { running, secrets } from './launcher/state.mjs';

const args = process.argv.slice(2);

/** The libraries that the engine is built from. */
const SOURCE_LIBRARIES = ['contracts', 'market', 'server', 'simulation', 'solar', 'units'];

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

/** Whether the built engine is missing or older than what it is built from: its commands would be those of yesterday. */
function isOutdated(entry) {
  if (!existsSync(entry)) return true;
  const builtMs = statSync(entry).mtimeMs;
  const folders = ['apps/engine/src', ...SOURCE_LIBRARIES.map((name) => `libs/${name}/src`)];
  return folders.some((folder) =>
    readdirSync(join(root, folder), { recursive: true }).some(
      (file) =>
        file.endsWith('.ts') && !file.endsWith('.spec.ts') && statSync(join(root, folder, file)).mtimeMs > builtMs,
    ),
  );
}

const entry = paths.entry('engine', 'cli');
if (isOutdated(entry)) {
  // Standard output belongs to the command.
  console.error('Building the engine …');
  await build(['engine']);
  // Where only times have changed, the build leaves the files as they are.
  utimesSync(entry, new Date(), new Date());
}
const { url, stop } = await database();
const child = spawn(process.execPath, ['--enable-source-maps', entry, ...args], {
  stdio: 'inherit',
  env: { ...process.env, ...(url ? { DATABASE_URL: url } : {}) },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const code = await new Promise((done) => child.once('exit', (value) => done(value ?? 1)));
await stop();
process.exit(code);
