import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';

/**
 * The grid with what cannot matter contracted: nodes joined by edges without fee whose capacity cannot bind are one
 * zone. Zones are numbered in pre-order like nodes (zone 0 holds the root), so a zone's subtree is one range too.
 */
export interface Zones {
  readonly count: number;
  /** Zone of every node. */
  readonly zoneOf: Int32Array;
  /** The node of each zone that is nearest the root: the zone's edge upward is that node's. */
  readonly top: Int32Array;
  /** Zone above, −1 at zone 0. */
  readonly parent: Int32Array;
  /** First child and next sibling as a linked list, −1 at its end. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

/** Contracts the grid for one interval's orders: their totals tell which capacities cannot bind. */
export function contractZones(grid: PreparedGrid, book: Book): Zones {
  const nodeCount = grid.nodes.length;
  const { asksBelow, bidsBelow } = totalsBelow(grid, book);
  const zoneOf = new Int32Array(nodeCount);
  const top = new Int32Array(nodeCount);
  const parent = new Int32Array(nodeCount);
  parent[0] = -1;
  let count = 1;
  for (let node = 1; node < nodeCount; node++) {
    const up = zoneOf[grid.parent[node]!]!;
    const asksOutside = asksBelow[0]! - asksBelow[node]!;
    const bidsOutside = bidsBelow[0]! - bidsBelow[node]!;
    const isFree = grid.feeUp[node] === 0 && grid.feeDown[node] === 0;
    const mostUp = Math.min(asksBelow[node]!, bidsOutside);
    const mostDown = Math.min(bidsBelow[node]!, asksOutside);
    if (isFree && grid.capacityUp[node]! >= mostUp && grid.capacityDown[node]! >= mostDown) {
      zoneOf[node] = up;
    } else {
      zoneOf[node] = count;
      top[count] = node;
      parent[count] = up;
      count++;
    }
  }
  const firstChild = new Int32Array(count).fill(-1);
  const nextSibling = new Int32Array(count).fill(-1);
  for (let zone = count - 1; zone > 0; zone--) {
    nextSibling[zone] = firstChild[parent[zone]!]!;
    firstChild[parent[zone]!] = zone;
  }
  return { count, zoneOf, top, parent, firstChild, nextSibling };
}

/** Energy offered and wanted in every node's subtree. */
function totalsBelow(grid: PreparedGrid, book: Book): { asksBelow: Float64Array; bidsBelow: Float64Array } {
  const asksBelow = new Float64Array(grid.nodes.length);
  const bidsBelow = new Float64Array(grid.nodes.length);
  for (let order = 0; order < book.count; order++) {
    const below = book.isBid[order] === 1 ? bidsBelow : asksBelow;
    below[book.node[order]!]! += book.quantity[order]!;
  }
  for (let node = grid.nodes.length - 1; node > 0; node--) {
    asksBelow[grid.parent[node]!]! += asksBelow[node]!;
    bidsBelow[grid.parent[node]!]! += bidsBelow[node]!;
  }
  if (!Number.isSafeInteger(asksBelow[0]! + bidsBelow[0]!)) {
    throw new RangeError('the orders of one interval add up to more energy than exact integers hold');
  }
  return { asksBelow, bidsBelow };
}
