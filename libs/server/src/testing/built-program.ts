import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../../../..');

/** A program of ours as it is built, for tests of what only a real process does. */
export interface BuiltProgram {
  /** Starts one of its entries; resolves when it listens. */
  start(env: Record<string, string>): Promise<RunningProgram>;
  /** Where it was built. */
  readonly folder: string;
  /** Runs an entry that ends by itself, with `input` on its standard input. */
  run(entry: string, env: Record<string, string>, input?: string): Promise<void>;
  remove(): Promise<void>;
}

export interface RunningProgram {
  readonly url: string;
  /** Everything that it has logged so far. */
  readonly lines: readonly string[];
  /** Resolves when a line was logged that contains `text`. */
  logged(text: string): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Its exit code; the signal's name where that ended it. */
  readonly ended: Promise<number | string>;
}

/** Builds `bff` or `engine` into a folder of its own. */
export async function buildProgram(app: 'bff' | 'engine'): Promise<BuiltProgram> {
  const folder = join('dist/tests', `${app}-${randomBytes(6).toString('hex')}`);
  await promisify(execFile)(process.execPath, [join(ROOT, 'tools/build-node.mjs'), app, folder], { cwd: ROOT });
  const entry = (name: string): string => join(ROOT, folder, `${name}.js`);
  return {
    folder: join(ROOT, folder),
    start: (env) => start(entry('main'), env),
    run: async (name, env, input = '') => {
      const run = promisify(execFile)(process.execPath, [entry(name)], { env: { ...cleanEnvironment(), ...env } });
      run.child.stdin?.end(input);
      await run;
    },
    remove: () => rm(join(ROOT, folder), { recursive: true, force: true }),
  };
}

/** Without the test runner's own flags. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS'));
}

async function start(file: string, env: Record<string, string>): Promise<RunningProgram> {
  const child = spawn(process.execPath, [file], {
    env: { ...cleanEnvironment(), LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  const ended = once(child, 'close').then(([code, signal]: (number | string)[]) => code ?? signal ?? -1);
  const logged = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!lines.some((line) => line.includes(text))) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void ended.then((code) => reject(new Error(`It ended (${code}) without "${text}":\n${lines.join('\n')}`)));
    });
  await logged('listens at');
  const url = /listens at (http:\/\/[^"]+)/.exec(lines.join('\n'))?.[1] ?? '';
  return { url, lines, logged, signal: (signal) => void child.kill(signal), ended };
}
