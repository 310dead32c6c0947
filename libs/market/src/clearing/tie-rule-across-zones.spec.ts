import { ask, bid, gridOf, node, RULES, star } from '../testing/markets';
import { clear } from './clear';
import type { Order } from '../order';
import type { PreparedGrid } from '../grid/grid';

function filled(grid: PreparedGrid, orders: readonly Order[], intervalIndex = 0): Record<string, number> {
  return Object.fromEntries(
    clear(grid, orders, RULES, intervalIndex).fills.map(({ orderId, filledWh }) => [orderId, filledWh]),
  );
}

/** Beyond one zone several results are equally right; here is what the market promises all the same. */
describe('the tie rule across zones', () => {
  it('holds across a rated edge that is not full', () => {
    // The cabinet's 12 Wh could bind (30 Wh are offered behind it) but do not.
    const grid = gridOf(node(0, null), node(1, 0, { capacityUp: 12 }), node(2, 1), node(3, 0), node(4, 0));
    const orders = [ask('behind', 2, 30, 70_000), ask('before', 3, 30, 70_000), bid('c', 4, 20, 90_000)];
    expect(filled(grid, orders)).toEqual({ behind: 10, before: 10, c: 20 });
  });

  it('gives way only as far as the grid demands', () => {
    const grid = gridOf(
      node(0, null),
      node(1, 0, { capacityUp: 12 }),
      node(2, 1),
      node(3, 1),
      node(4, 0, { capacityUp: 40 }),
      node(5, 4),
      node(6, 0),
      node(7, 0),
    );
    const asks = [2, 3, 5, 6].map((at) => ask(`h${at}`, at, 30, 70_000));
    expect(filled(grid, [...asks, bid('c', 7, 60, 90_000)])).toEqual({ h2: 6, h3: 6, h5: 24, h6: 24, c: 60 });
  });

  it('shares both sides evenly where asks and bids of one price are left over and edges are tight', () => {
    const grid = gridOf(
      node(0, null),
      node(1, 0, { capacityUp: 5 }),
      node(2, 1),
      node(3, 1, { capacityDown: 8 }),
      node(4, 0),
    );
    const orders = [ask('a', 2, 10, 80_000), ask('b', 4, 10, 80_000), bid('c', 3, 10, 80_000), bid('d', 0, 4, 80_000)];
    expect(filled(grid, orders)).toEqual({ a: 6, b: 6, c: 8, d: 4 });
  });

  it('serves zones that tie behind equal fees by turns', () => {
    const orders = [ask('a', 1, 10, 70_000), ask('b', 2, 10, 70_000), bid('c', 3, 10, 90_000)];
    const first = [0, 1, 2, 3, 4, 5].map(
      (interval) => filled(star(3, { feeUp: 5, feeDown: 5 }), orders, interval)['a']!,
    );
    expect(first.reduce((sum, wh) => sum + wh, 0)).toBe(30);
  });
});
