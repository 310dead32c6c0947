import fc from 'fast-check';
import { clear } from '../clearing/clear';
import { grids, markets } from '../testing/random-markets';
import { mutationsOf } from '../testing/mutations/mutations';
import { verify } from './verify';

describe('verification', () => {
  it.each([
    ['with fees and tight capacities', grids()],
    ['without fees', grids(9, false)],
  ])('rejects every mutation of every clearing, on random trees %s', (_, trees) => {
    let made = 0;
    fc.assert(
      fc.property(markets(trees), ({ grid, orders, rules, intervalIndex }) => {
        const clearing = clear(grid, orders, rules, intervalIndex);
        for (const mutation of mutationsOf(clearing)) {
          made++;
          if (!verify(grid, orders, mutation.clearing, rules, intervalIndex).ok) continue;
          throw new Error(`not noticed: ${mutation.what}`);
        }
      }),
      { numRuns: 150 },
    );
    expect(made).toBeGreaterThan(20_000);
  });
});
