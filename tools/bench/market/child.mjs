import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';

const program = fileURLToPath(new URL('worker.mjs', import.meta.url));

/**
 * Runs tasks in a process of their own. Returns the lines of JSON it answers with, or null when it takes longer than
 * `withinMs`.
 *
 * @param tasks `{ task, bundle, name, runs }` each, one after the other.
 */
export async function inChild(tasks, { flags = [], withinMs } = {}) {
  const child = spawn(process.execPath, ['--max-old-space-size=4096', ...flags, program, JSON.stringify(tasks)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const answers = [];
  createInterface({ input: child.stdout }).on('line', (line) => answers.push(JSON.parse(line)));
  let isLate = false;
  const limit = withinMs && setTimeout(() => (isLate = child.kill('SIGKILL')), withinMs);
  const [code, signal] = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (...end) => done(end));
  });
  clearTimeout(limit);
  if (isLate) return null;
  if (code !== 0) throw new Error(`${tasks.map(({ task, name }) => `${task} ${name}`).join(', ')}: ${signal ?? code}`);
  return answers;
}
