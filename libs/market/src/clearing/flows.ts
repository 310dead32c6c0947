import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';

/** Energy over every node's edge to its parent, Wh, positive toward the root: what the subtree has left over. */
export function flowsOf(grid: PreparedGrid, book: Book, filled: Float64Array): Float64Array {
  const flow = new Float64Array(grid.nodes.length);
  for (let order = 0; order < book.count; order++) {
    flow[book.node[order]!]! += book.isBid[order] === 1 ? -filled[order]! : filled[order]!;
  }
  for (let node = grid.nodes.length - 1; node > 0; node--) flow[grid.parent[node]!]! += flow[node]!;
  return flow;
}
