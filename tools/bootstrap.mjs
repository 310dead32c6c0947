// Runs before `start`, `test` and the other commands, on whatever Node (>= 20) the machine has, without any package:
// installs the locked dependencies where they are missing or the lock file has changed. They bring Node 24 along.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.ceex-installed');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) install();
provideNode();

function install() {
  console.error('Installing the dependencies (npm ci): one to three minutes, once …');
  const started = Date.now();
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: environmentWithoutOwnNode(),
    // Standard output belongs to the command that comes after this.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
  writeFileSync(stamp, wanted);
  console.error(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** `npm ci` deletes node_modules: it must not run on the Node in there. */
function environmentWithoutOwnNode() {
  const env = { ...process.env };
  const key = Object.keys(env).find((name) => name.toLowerCase() === 'path') ?? 'PATH';
  const isOwn = (entry) => entry.replaceAll('\\', '/').endsWith('/node_modules/.bin');
  env[key] = (env[key] ?? '')
    .split(delimiter)
    .filter((entry) => !isOwn(entry))
    .join(delimiter);
  delete env.npm_node_execpath;
  delete env.NODE;
  return env;
}

/** npm puts node_modules/.bin first on PATH, so that the script after this one runs on the Node found there. */
function provideNode() {
  const link = join(modules, '.bin/node');
  const own = join(modules, `node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(own)) {
    // npm 10 drops the link when another platform's package with the same command was skipped.
    if (!existsSync(link)) {
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(own, link);
    }
    return;
  }
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 15)) return;
  console.error(`Node 24.15 or newer is needed on ${process.platform}-${process.arch}; this is ${process.version}.`);
  process.exit(1);
}
