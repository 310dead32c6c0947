import fc from 'fast-check';
import { clear } from '../clearing/clear';
import { Clearer } from '../clearing/clearer';
import type { PreparedGrid } from '../grid/grid';
import type { MarketRules, Order } from '../order';
import { ask, bid, RULES, star } from '../testing/markets';
import { grids, markets, ordersOn } from '../testing/random-markets';
import { packIntervals, packOrders, type PastInterval } from './pack-intervals';
import { bytesOfIntervals, layOutIntervals } from './past-intervals';
import { replay } from './replay';
import { sumOfTotals, type ReplayTotals } from './replay-totals';

const PRICES = { feedInMicroPerKwh: 60_000, supplyMicroPerKwh: 240_000, localChargesMicroPerKwh: 80_000 };

/** House 1 sells to house 2, buys of house 3, and once wants both by itself. */
const grid = star(3);
const DAY: readonly PastInterval[] = [
  { intervalIndex: 7, orders: [ask('own', 1, 10, 70_000), bid('b', 2, 6, 100_000)] },
  { intervalIndex: 8, orders: [bid('own', 1, 5, 120_000), ask('c', 3, 8, 80_000)] },
  { intervalIndex: 9, orders: [ask('o', 1, 9, 60_000), bid('p', 1, 4, 160_000), bid('b', 2, 2, 90_000)] },
];

describe('a replay, computed by hand', () => {
  const past = packIntervals(grid, DAY);
  const node = grid.indexOf.get(1) as number;
  const own = (orders: Parameters<typeof packOrders>[0] | null, pricing: MarketRules['pricing'] = 'nodal') =>
    replay(
      new Clearer(grid),
      past,
      { node, orders: orders && packOrders(orders) },
      { rules: { ...RULES, pricing }, prices: PRICES },
      { from: 0, to: 2 },
    );

  it('with the orders that there were', () => {
    // Sold 6 Wh at its own limit, because 4 Wh stayed; bought 5 Wh at the seller's limit, because 3 Wh of it stayed.
    expect(own(null)).toEqual({
      intervals: 2,
      intervalsSold: 1,
      intervalsBought: 1,
      soldWh: 6,
      unsoldWh: 4,
      boughtWh: 5,
      unboughtWh: 0,
      localRevenueNano: 6 * 70_000,
      revenueNano: 6 * 70_000 + 4 * 60_000,
      localEnergyCostNano: 5 * 80_000,
      costNano: 5 * (80_000 + 80_000),
      utilityAloneRevenueNano: 10 * 60_000,
      utilityAloneCostNano: 5 * 240_000,
    });
  });

  it('with limits that ask for more and pay less', () => {
    expect(own([[ask('', 1, 10, 90_000)], [bid('', 1, 5, 79_999)]])).toMatchObject({
      soldWh: 6,
      unsoldWh: 4,
      revenueNano: 6 * 90_000 + 4 * 60_000,
      boughtWh: 0,
      unboughtWh: 5,
      costNano: 5 * 240_000,
    });
    expect(own([[ask('', 1, 10, 100_001)], []])).toMatchObject({ soldWh: 0, unsoldWh: 10, unboughtWh: 0 });
  });

  it('at the mean of each pair', () => {
    expect(own(null, 'midpoint')).toMatchObject({ localRevenueNano: 6 * 85_000, localEnergyCostNano: 5 * 100_000 });
  });

  it.each(['nodal', 'midpoint'] as const)('with own use, which is no trade (%s)', (pricing) => {
    const terms = { rules: { ...RULES, pricing }, prices: PRICES };
    expect(replay(new Clearer(grid), past, { node, orders: null }, terms, { from: 2, to: 3 })).toMatchObject({
      soldWh: 2,
      unsoldWh: 3,
      boughtWh: 0,
      unboughtWh: 0,
      costNano: 0,
    });
  });

  it('reads the same columns from the same memory, and refuses a memory that is too small', () => {
    const memory = new SharedArrayBuffer(bytesOfIntervals(3, 7));
    layOutIntervals(memory, 3, 7).limitMicroPerKwh[6] = 42;
    layOutIntervals(memory, 3, 7).isBid[6] = 1;
    expect(layOutIntervals(memory, 3, 7)).toMatchObject({ count: 3 });
    expect(layOutIntervals(memory, 3, 7).limitMicroPerKwh[6]).toBe(42);
    expect(() => layOutIntervals(memory, 3, 8)).toThrow(RangeError);
  });

  it('refuses an order of a node that is not in the grid', () => {
    expect(() => packIntervals(grid, [{ intervalIndex: 0, orders: [ask('x', 9, 1, 1)] }])).toThrow(/order x: node 9/);
  });
});

/** The same by way of the clearing's trades. */
function naive(grid: PreparedGrid, node: number, orders: readonly Order[], rules: MarketRules, index: number) {
  const { trades, ownUse } = clear(grid, orders, rules, index);
  const sum = (of: readonly number[]) => of.reduce((total, value) => total + value, 0);
  const sold = trades.filter(({ seller }) => seller === node);
  const bought = trades.filter(({ buyer }) => buyer === node);
  const own = sum(ownUse.filter((use) => use.node === node).map(({ quantityWh }) => quantityWh));
  const offered = (side: string) =>
    sum(orders.filter((order) => order.node === node && order.side === side).map(({ quantityWh }) => quantityWh));
  const soldWh = sum(sold.map(({ quantityWh }) => quantityWh));
  const boughtWh = sum(bought.map(({ quantityWh }) => quantityWh));
  return {
    soldWh,
    boughtWh,
    unsoldWh: offered('ask') - soldWh - own,
    unboughtWh: offered('bid') - boughtWh - own,
    localRevenueNano: sum(sold.map((trade) => trade.quantityWh * trade.sellerPriceMicroPerKwh)),
    localEnergyCostNano: sum(bought.map((trade) => trade.quantityWh * trade.buyerPriceMicroPerKwh)),
  };
}

describe('a replay of any market', () => {
  const cases = grids(7).chain((grid) =>
    fc.record({
      market: markets(fc.constant(grid)),
      others: ordersOn(grid, 10),
      node: fc.constantFrom(...grid.nodes.map(({ id }) => id)),
    }),
  );

  it('gives what the clearings of the changed orders give', () => {
    fc.assert(
      fc.property(cases, ({ market: { grid, orders, rules, intervalIndex }, others, node }) => {
        const changed = others.filter((order) => order.node === node);
        const rest = orders.filter((order) => order.node !== node);
        const past = packIntervals(grid, [
          { intervalIndex, orders },
          { intervalIndex: intervalIndex + 1, orders: [...rest, ...orders.filter((order) => order.node === node)] },
        ]);
        const number = grid.indexOf.get(node) as number;
        const run = (own: readonly Order[] | null, at: number): ReplayTotals =>
          replay(
            new Clearer(grid),
            past,
            { node: number, orders: own && packOrders([own, own]) },
            { rules, prices: PRICES },
            { from: at, to: at + 1 },
          );
        const renamed = changed.map((order, at) => ({ ...order, id: `own${at}` }));
        expect(run(changed, 0)).toMatchObject(naive(grid, node, [...rest, ...renamed], rules, intervalIndex));
        expect(run(null, 0)).toMatchObject(naive(grid, node, orders, rules, intervalIndex));
        expect(run(null, 1)).toMatchObject(naive(grid, node, orders, rules, intervalIndex + 1));
      }),
      { numRuns: 400 },
    );
  });

  it('adds up, wherever a time is cut', () => {
    const past = packIntervals(grid, DAY);
    const change = { node: grid.indexOf.get(1) as number, orders: null };
    const terms = { rules: RULES, prices: PRICES };
    const span = (from: number, to: number) => replay(new Clearer(grid), past, change, terms, { from, to });
    expect(sumOfTotals([span(0, 1), span(1, 3)])).toEqual(span(0, 3));
    expect(sumOfTotals([])).toEqual(span(1, 1));
  });
});
