import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asOrders } from './setting.mjs';

/**
 * The first book by HiGHS: the time from the program's text to the answer (writing the text is not counted), and the
 * greatest welfare it found, in nCHF.
 */
export async function solveByHighs(bundle, { grid, books }) {
  const { lpOptimum, lpSolver } = await import(pathToFileURL(join(bundle, 'oracle.mjs')));
  const solver = await lpSolver();
  let highsMs = 0;
  const timed = {
    solve(...args) {
      const started = performance.now();
      const result = solver.solve(...args);
      highsMs = performance.now() - started;
      return result;
    },
  };
  const welfareNano = lpOptimum(timed, grid, asOrders(grid, books[0]));
  return { highsMs, welfareNano };
}
