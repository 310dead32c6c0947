import { join } from 'node:path';
import type { Cluster } from './cluster';
import { ROOT, run, type Outcome } from './run';

/** The folder of the PostgreSQL to rehearse with; `tools/test.mjs` finds it. */
export const INSTALLED = process.env['REHEARSAL_POSTGRES'] ?? '';

/** Runs one of the database stack's scripts as its container would. */
export function script(
  cluster: Cluster,
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return run('sh', [join(ROOT, 'docker/database', name), ...args], { ...cluster.env, ...env });
}
