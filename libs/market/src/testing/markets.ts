import fc from 'fast-check';
import type { GridNode, PreparedGrid } from '../grid/grid';
import { prepareGrid } from '../grid/prepare-grid';
import type { MarketRules, Order, Side } from '../order';

/** One market to clear. */
export interface Market {
  readonly grid: PreparedGrid;
  readonly orders: readonly Order[];
  readonly rules: MarketRules;
  readonly intervalIndex: number;
}

/** Rules for examples: nodal, k = ½, ruler 60 … 160 thousand. */
export const RULES: MarketRules = { pricing: 'nodal', k: 0.5, ruler: [60_000, 160_000] };

/** A node below another: no fee, no limit and no length unless said. */
export function node(id: number, parent: number | null, edge: Partial<GridNode> = {}): GridNode {
  return { id, parent, feeUp: 0, feeDown: 0, capacityUp: null, capacityDown: null, lengthM: 0, ...edge };
}

/** A grid for an example; one that cannot be used fails the test. */
export function gridOf(...nodes: GridNode[]): PreparedGrid {
  const prepared = prepareGrid({ nodes });
  if (!prepared.ok) throw new Error(prepared.error.message);
  return prepared.grid;
}

/** A root (node 0) with `count` houses 1 … count directly on it. */
export function star(count: number, edge: Partial<GridNode> = {}): PreparedGrid {
  return gridOf(node(0, null), ...Array.from({ length: count }, (_, at) => node(at + 1, 0, edge)));
}

function order(side: Side, id: string, at: number, quantityWh: number, limitMicroPerKwh: number): Order {
  return { id, node: at, side, quantityWh, limitMicroPerKwh };
}

/** An ask for an example. */
export const ask = (id: string, at: number, quantityWh: number, limit: number) =>
  order('ask', id, at, quantityWh, limit);

/** A bid for an example. */
export const bid = (id: string, at: number, quantityWh: number, limit: number) =>
  order('bid', id, at, quantityWh, limit);

const edges = fc.record({
  up: fc.nat(1000),
  feeUp: fc.constantFrom(0, 0, 1, 2, 5),
  feeDown: fc.constantFrom(0, 0, 1, 3),
  capacityUp: fc.option(fc.nat(20), { freq: 2 }),
  capacityDown: fc.option(fc.nat(20), { freq: 2 }),
  lengthM: fc.nat(400).map((decimetres) => decimetres / 10),
});

/** Random trees of up to `most` nodes; ids are spread and not in tree order. */
export function grids(most = 9, hasFees = true): fc.Arbitrary<PreparedGrid> {
  const ids = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: most, maxLength: most });
  return fc.tuple(fc.array(edges, { minLength: 1, maxLength: most }), ids).map(([list, id]) => {
    const nodes = list.map(({ up, ...edge }, at) =>
      node(id[at]!, at === 0 ? null : id[up % at]!, hasFees ? edge : { ...edge, feeUp: 0, feeDown: 0 }),
    );
    return gridOf(...nodes);
  });
}

/** Up to `most` random orders on a grid, with few distinct prices so that ties are common. */
export function ordersOn(grid: PreparedGrid, most = 14): fc.Arbitrary<Order[]> {
  const one = fc.record({
    node: fc.constantFrom(...grid.nodes.map(({ id }) => id)),
    side: fc.constantFrom<Side>('ask', 'bid'),
    quantityWh: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(5, 10)),
    limitMicroPerKwh: fc.oneof(fc.integer({ min: -3, max: 20 }), fc.integer({ min: 5, max: 7 })),
  });
  return fc.array(one, { maxLength: most }).map((list) => list.map((entry, at) => ({ id: `o${at}`, ...entry })));
}

/** Random markets with fees, tight and zero capacities, ties, and both sides at one node. */
export function markets(grid: fc.Arbitrary<PreparedGrid> = grids()): fc.Arbitrary<Market> {
  const rules = fc.record<MarketRules>({
    pricing: fc.constantFrom('nodal', 'midpoint'),
    k: fc.constantFrom(0, 0.25, 0.5, 1),
    ruler: fc.constantFrom([2, 15], [10, 10], [-5, 30]),
  });
  const on = (one: PreparedGrid) =>
    fc.record<Market>({ grid: fc.constant(one), orders: ordersOn(one), rules, intervalIndex: fc.nat(100_000) });
  return grid.chain(on);
}
