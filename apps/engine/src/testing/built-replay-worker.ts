import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The replay threads' program as a build makes it, in a folder of its own. `remove` deletes it. */
export async function builtReplayWorker(): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ceex-replay-worker-'));
  const file = join(folder, 'replay-worker.mjs');
  await build({
    entryPoints: [join(__dirname, '../replay-worker.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    tsconfig: join(__dirname, '../../../../tsconfig.base.json'),
    logLevel: 'warning',
  });
  return { file, remove: () => rm(folder, { recursive: true }) };
}
