import type { PreparedGrid } from '../grid/grid';

/** The best price anywhere in the grid as seen from each node after fees, and the full edge that keeps it away. */
export interface ReachablePrices {
  /** By node: the most an ask, the least a bid would meet if no edge were full. */
  readonly price: Float64Array;
  /** By node: lower end of the first edge with congestion rent on the way there, −1 when the own price is the best. */
  readonly edge: Int32Array;
}

/**
 * The best reachable prices for one side: `sign` 1 for asks (dearest buyer), −1 for bids (cheapest seller).
 * Two sweeps over the tree: what lies below, then what lies above or beside.
 */
export function reachablePrices(grid: PreparedGrid, nodePrice: Float64Array, sign: 1 | -1): ReachablePrices {
  // In terms of value = sign · price: an ask's energy leaves the node, a bid's comes to it, hence the other fee.
  const value = nodePrice.map((price) => sign * price);
  const own = value.slice();
  const edge = new Int32Array(grid.nodes.length).fill(-1);
  const feeFromParent = sign === 1 ? grid.feeDown : grid.feeUp;
  const feeToParent = sign === 1 ? grid.feeUp : grid.feeDown;
  const relax = (node: number, neighbour: number, fee: number, between: number) => {
    const offered = value[neighbour]! - fee;
    if (offered <= value[node]!) return;
    value[node] = offered;
    edge[node] = own[neighbour]! - fee > own[node]! ? between : edge[neighbour]!;
  };
  for (let node = grid.nodes.length - 1; node > 0; node--) relax(grid.parent[node]!, node, feeFromParent[node]!, node);
  for (let node = 1; node < grid.nodes.length; node++) relax(node, grid.parent[node]!, feeToParent[node]!, node);
  return { price: value.map((best) => sign * best), edge };
}
