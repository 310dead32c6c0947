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
