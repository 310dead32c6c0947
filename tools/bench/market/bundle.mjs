import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../launcher/paths.mjs';

/**
 * Bundles the market library and the LP oracle of its specs as they stand, for as long as `work` lasts. Below dist, so
 * that packages are found.
 */
export async function withBundle(work) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const outdir = mkdtempSync(join(root, 'dist/bench-market-'));
  const remove = () => rmSync(outdir, { recursive: true, force: true });
  process.once('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  try {
    await build({
      entryPoints: {
        market: join(root, 'libs/market/src/index.ts'),
        oracle: join(root, 'libs/market/src/testing/lp-optimum.ts'),
      },
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      packages: 'external',
      tsconfig: join(root, 'tsconfig.base.json'),
      logLevel: 'warning',
    });
    return await work(outdir);
  } finally {
    remove();
  }
}
