// Starts the programs, keeps their output in log files, stops them in order.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { paths, root } from './paths.mjs';

const withParent = pathToFileURL(join(root, 'tools/launcher/exit-with-parent.mjs')).href;
const flags = ['--enable-source-maps', '--import', withParent];

/** A server that runs until it is stopped. `onExit` hears of an end that nobody asked for. */
export function startServer(app, env, onExit) {
  mkdirSync(paths.logs, { recursive: true });
  const file = join(paths.logs, `${app}.log`);
  const log = createWriteStream(file, { flags: 'a' });
  const child = spawn(process.execPath, [...flags, paths.entry(app, 'main')], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32', // Ctrl-C goes to the launcher, which stops its children in order
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  let stopping = false;
  const ended = new Promise((done) => child.once('exit', done));
  void ended.then((code) => stopping || onExit(app, code, lastLines(file)));
  return {
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(hard);
    },
  };
}

function lastLines(file) {
  return readFileSync(file, 'utf8').split('\n').slice(-15).join('\n');
}

/**
 * Runs a program that ends by itself.
 * @returns {Promise<string>} the last line of its output; throws with its error output when it fails.
 */
export function runOnce(app, name, env, { input, onLine } = {}) {
  const child = spawn(process.execPath, [...flags, paths.entry(app, name)], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  });
  let last = '';
  let errors = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = line;
    onLine?.(line);
  });
  child.stderr.on('data', (data) => (errors = (errors + data).slice(-4000)));
  child.stdin.end(input);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) =>
      code === 0 ? done(last) : failed(new Error(`${app} ${name} failed (${code}): ${errors || last}`)),
    );
  });
}

/** Waits until `url` answers with success. */
export async function ready(url, isAlive = () => true) {
  for (;;) {
    if (!isAlive()) throw new Error(`${url} will not answer any more.`);
    try {
      if ((await fetch(url, { signal: AbortSignal.timeout(2000) })).ok) return;
    } catch {
      // not yet
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}
