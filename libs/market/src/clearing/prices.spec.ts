import { ask, bid, gridOf, node, RULES, star } from '../testing/markets';
import { SOLVERS } from '../testing/solvers';
import type { MarketRules, Order } from '../order';
import type { PreparedGrid } from '../grid/grid';

describe.each(SOLVERS)('nodal prices, %s', (_, clear) => {
  function prices(grid: PreparedGrid, orders: readonly Order[], rules: Partial<MarketRules> = {}): number[] {
    return clear(grid, orders, { ...RULES, ...rules }, 0).prices.map(({ priceMicroPerKwh }) => priceMicroPerKwh);
  }

  const pair = [ask('a', 1, 10, 80_000), bid('b', 2, 10, 110_001)];

  it('lie at the k-point of what the orders allow', () => {
    expect(prices(star(2), pair)).toEqual([95_000, 95_000, 95_000]);
    expect(prices(star(2), pair, { k: 0 })).toEqual([80_000, 80_000, 80_000]);
    expect(prices(star(2), pair, { k: 1 })).toEqual([110_001, 110_001, 110_001]);
  });

  it('differ by the fees of the path', () => {
    expect(prices(star(2, { feeUp: 1_000, feeDown: 3_000 }), pair)).toEqual([94_000, 93_000, 97_000]);
  });

  it('take the ruler where no order bounds them', () => {
    expect(prices(star(1), [])).toEqual([110_000, 110_000]);
    expect(prices(star(1), [ask('a', 1, 10, 80_000)])).toEqual([70_000, 70_000]);
    expect(prices(star(1), [bid('a', 1, 10, 80_000)])).toEqual([120_000, 120_000]);
    expect(prices(star(1), [ask('a', 1, 10, 50_000)])).toEqual([50_000, 50_000]);
    expect(prices(star(1), [bid('a', 1, 10, 170_000)])).toEqual([170_000, 170_000]);
  });

  it('part at a full edge, and the difference is rent', () => {
    const grid = gridOf(node(0, null), node(1, 0, { capacityUp: 4, feeUp: 500 }), node(2, 0));
    const orders = [ask('far', 1, 10, 70_000), ask('near', 2, 10, 100_000), bid('b', 0, 10, 120_000)];
    const { trades, rentNano, feesNano } = clear(grid, orders, RULES, 0);
    expect(prices(grid, orders)).toEqual([100_000, 70_000, 100_000]);
    expect(feesNano).toBe(4 * 500);
    expect(rentNano).toBe(4 * 29_500);
    expect(trades).toHaveLength(2);
  });

  it('are one within a zone, also beside an edge of capacity zero that nobody needs', () => {
    const grid = gridOf(node(0, null), node(1, 0, { capacityDown: 0 }), node(2, 1));
    const orders = [bid('outside', 0, 10, 70_000), ask('a', 1, 10, 80_000), bid('b', 2, 10, 80_000)];
    expect(prices(grid, orders)).toEqual([80_000, 80_000, 80_000]);
  });

  it('let the utility take part with orders at the root like anybody', () => {
    const orders = [ask('pv', 1, 10, 60_000), bid('utility', 0, 1000, 65_000), bid('house', 2, 4, 120_000)];
    const { fills } = clear(star(2), orders, RULES, 0);
    expect(prices(star(2), orders)).toEqual([65_000, 65_000, 65_000]);
    expect(fills.map(({ orderId, filledWh }) => [orderId, filledWh])).toEqual([
      ['utility', 6],
      ['pv', 10],
      ['house', 4],
    ]);
  });
});
