// Runs other programs, and tells what they said when they fail.
import { spawn } from 'node:child_process';

/**
 * Runs `command`; resolves to its standard output, throws with the end of all it wrote where it fails.
 * @param {{cwd?: string, env?: Record<string, string | undefined>, input?: string, onLine?: (line: string) => void}} options
 */
export function run(command, args, { cwd, env, input = '', onLine } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });
    let output = '';
    let said = '';
    child.stdin.on('error', () => undefined); // it ended before it read
    child.stdin.end(input);
    child.stdout.on('data', (data) => (output += data));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said = (said + data).slice(-6_000);
        for (const line of String(data).split('\n')) if (line.trim() !== '') onLine?.(line);
      });
    child.once('error', failed);
    child.once('close', (code) =>
      code === 0 ? done(output) : failed(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`)),
    );
  });
}
