import fc from 'fast-check';
import { lpOptimum, lpSolver } from '../testing/lp-optimum';
import { grids, markets } from '../testing/random-markets';
import { clear } from './clear';

describe('welfare', () => {
  it.each([
    ['with fees and tight capacities', grids(12)],
    ['with tight capacities alone', grids(12, false)],
  ])('is what an LP solver finds, on random trees %s', async (_, trees) => {
    const highs = await lpSolver();
    let trading = 0;
    fc.assert(
      fc.property(markets(trees), ({ grid, orders, rules, intervalIndex }) => {
        const { welfareNano } = clear(grid, orders, rules, intervalIndex);
        expect(welfareNano).toBe(Math.round(lpOptimum(highs, grid, orders)));
        if (welfareNano > 0) trading++;
      }),
      { numRuns: 300 },
    );
    expect(trading).toBeGreaterThan(100);
  });
});
