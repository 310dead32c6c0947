import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end with no environment but `env` and the way to the system's programs. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv, input = ''): Promise<Outcome> {
  const child = spawn(command, args, { env: { PATH: process.env['PATH'], ...env } });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (output.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output.stderr += data.toString()));
  child.stdin.on('error', () => undefined); // whoever reads no input may end before it was written
  child.stdin.end(input);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, ...output }));
  });
}

/** Runs one of the built programs to its end; what it wrote. Throws with its complaint where it fails. */
export async function program(
  app: 'bff' | 'engine',
  entry: string,
  { args = [], env, input }: { args?: readonly string[]; env: NodeJS.ProcessEnv; input?: string },
): Promise<string> {
  const file = join(ROOT, 'dist/apps', app, `${entry}.js`);
  const { code, stdout, stderr } = await run(process.execPath, [file, ...args], env, input);
  if (code !== 0) throw new Error(`${app} ${entry} ${args.join(' ')} failed (${code}): ${stderr || stdout}`);
  return stdout.trim();
}
