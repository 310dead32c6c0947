import fc from 'fast-check';
import type { GridNode, PreparedGrid } from '../grid/grid';
import type { MarketRules, Order, Side } from '../order';
import { gridOf, node, type Market } from './markets';

/** What random grids look like. */
export interface GridStyle {
  /** The most nodes. */
  readonly most: number;
  readonly hasFees: boolean;
  /** Every node below the one before it, all below the root, or anywhere. */
  readonly shape: 'chain' | 'star' | 'tree';
}

/** Half without limit, many tight, some that let nothing through. */
const capacities = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.nat(20) },
  { weight: 1, arbitrary: fc.constant(0) },
);

const edges = fc.record({
  up: fc.nat(1000),
  feeUp: fc.constantFrom(0, 0, 1, 2, 5),
  feeDown: fc.constantFrom(0, 0, 1, 3),
  capacityUp: capacities,
  capacityDown: capacities,
  lengthM: fc.nat(400).map((decimetres) => decimetres / 10),
});

/** Random grids of a style; ids are spread and not in tree order. */
export function gridsOf({ most, hasFees, shape }: GridStyle): fc.Arbitrary<PreparedGrid> {
  const ids = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: most, maxLength: most });
  const parentOf = (up: number, at: number) => (shape === 'chain' ? at - 1 : shape === 'star' ? 0 : up % at);
  return fc.tuple(fc.array(edges, { minLength: 1, maxLength: most, size: 'max' }), ids).map(([list, id]) => {
    const nodes = list.map(({ up, ...edge }, at): GridNode => {
      const own = hasFees ? edge : { ...edge, feeUp: 0, feeDown: 0 };
      return node(id[at]!, at === 0 ? null : id[parentOf(up, at)]!, own);
    });
    return gridOf(...nodes);
  });
}

/** Random grids of every shape, up to `most` nodes. */
export function grids(most = 9, hasFees = true): fc.Arbitrary<PreparedGrid> {
  const shaped = (shape: GridStyle['shape']) => gridsOf({ most, hasFees, shape });
  return fc.oneof(
    { weight: 4, arbitrary: shaped('tree') },
    { weight: 1, arbitrary: shaped('star') },
    { weight: 1, arbitrary: shaped('chain') },
  );
}

/** Random quantities and limits: few distinct ones, so that ties are common; some of nothing, some below zero. */
const smallOrders = {
  quantityWh: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }) },
    { weight: 4, arbitrary: fc.constantFrom(5, 10) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
  limitMicroPerKwh: fc.oneof(fc.integer({ min: -3, max: 20 }), fc.integer({ min: 5, max: 7 })),
};

/** Quantities in gigawatt-hours beside a few Wh: products beyond 2^53 in shares, money near the end of its range. */
const largeOrders = {
  quantityWh: fc.oneof(fc.integer({ min: 1, max: 2 ** 40 }), fc.integer({ min: 1, max: 20 })),
  limitMicroPerKwh: fc.integer({ min: -40, max: 60 }),
};

/** Limits at both ends of what is allowed, where sums of prices and fees are largest. */
const dearOrders = {
  quantityWh: fc.integer({ min: 1, max: 100 }),
  limitMicroPerKwh: fc.oneof(
    fc.integer({ min: 10 ** 12 - 20, max: 10 ** 12 }),
    fc.integer({ min: -(10 ** 12), max: -(10 ** 12) + 20 }),
    fc.integer({ min: -20, max: 20 }),
  ),
};

/** Up to `most` random orders on a grid. At its root the utility may offer much more than any house. */
export function ordersOn(grid: PreparedGrid, most = 14, figures = smallOrders): fc.Arbitrary<Order[]> {
  const house = fc.record({
    node: fc.constantFrom(...grid.nodes.map(({ id }) => id)),
    side: fc.constantFrom<Side>('ask', 'bid'),
    ...figures,
  });
  const utility = fc.record({
    node: fc.constant(grid.nodes[0]!.id),
    side: fc.constantFrom<Side>('ask', 'bid'),
    quantityWh: fc.constant(1000),
    limitMicroPerKwh: figures.limitMicroPerKwh,
  });
  const lists = fc.tuple(fc.array(house, { maxLength: most, size: 'max' }), fc.option(utility, { freq: 3 }));
  // Ids are mixed, so that their order is not the order in which orders come.
  return lists.map(([list, offer]) =>
    [...list, ...(offer === null ? [] : [offer])].map((entry, at) => ({ id: `o${(at * 7) % 101}`, ...entry })),
  );
}

const rules = fc.record<MarketRules>({
  pricing: fc.constantFrom('nodal', 'midpoint'),
  k: fc.constantFrom(0, 0.25, 0.5, 1),
  ruler: fc.constantFrom([2, 15], [10, 10], [-5, 30]),
});

function marketsOf(grid: fc.Arbitrary<PreparedGrid>, figures = smallOrders, most = 14): fc.Arbitrary<Market> {
  const intervalIndex = fc.integer({ min: -5, max: 100_000 });
  return grid.chain((one) =>
    fc.record<Market>({ grid: fc.constant(one), orders: ordersOn(one, most, figures), rules, intervalIndex }),
  );
}

/** Random markets of up to `most` houses' orders: fees, tight and zero capacities, ties, both sides at one node. */
export function markets(grid: fc.Arbitrary<PreparedGrid> = grids(), most = 14): fc.Arbitrary<Market> {
  return marketsOf(grid, smallOrders, most);
}

/** Random markets of very large and very small orders, and of the dearest and cheapest. */
export function largeMarkets(): fc.Arbitrary<Market> {
  return fc.oneof(marketsOf(grids(), largeOrders), marketsOf(grids(), dearOrders));
}

/** More than all fees of any way in these grids. */
const APART = 100;

/** Random markets in which no two results are equally good: no two limits are as near as fees could bring them. */
export function distinctMarkets(): fc.Arbitrary<Market> {
  return markets().map((market) => ({
    ...market,
    orders: market.orders.map((order, at, { length }) => ({
      ...order,
      limitMicroPerKwh: APART * (order.limitMicroPerKwh * length + at),
    })),
  }));
}
