// Builds the three programs through Nx, which remembers what has not changed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';

export async function build(projects = ['web', 'bff', 'engine']) {
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  const child = spawn(process.execPath, [nx, 'run-many', '-t', 'build', '-p', projects.join(',')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
}
