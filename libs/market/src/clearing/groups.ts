import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';

/**
 * Orders of one zone, side and limit: alike to the market, so they are cleared as one and share what they get.
 * Sorted by zone, limit, asks before bids (a bid and an ask of one limit therefore trade).
 */
export interface Groups {
  readonly count: number;
  readonly isBid: Uint8Array;
  readonly limit: Float64Array;
  readonly quantity: Float64Array;
  /** Groups of zone z: `[ofZone[z], ofZone[z + 1])`. */
  readonly ofZone: Int32Array;
  /** Orders of group g: `members[first[g] … first[g + 1])`, by node id, then order id. */
  readonly members: Int32Array;
  readonly first: Int32Array;
}

/** Groups the orders for a division of the nodes into zones. */
export function groupOrders(grid: PreparedGrid, book: Book, zoneOf: Int32Array, zoneCount: number): Groups {
  const members = sortMembers(grid, book, zoneOf);
  const isBid = new Uint8Array(book.count);
  const limit = new Float64Array(book.count);
  const quantity = new Float64Array(book.count);
  const first = new Int32Array(book.count + 1);
  const ofZone = new Int32Array(zoneCount + 1);
  let count = 0;
  let zone = -1;
  for (let position = 0; position < book.count; position++) {
    const order = members[position]!;
    const orderZone = zoneOf[book.node[order]!]!;
    const isNew =
      orderZone !== zone || limit[count - 1] !== book.limit[order] || isBid[count - 1] !== book.isBid[order];
    if (isNew) {
      while (zone < orderZone) ofZone[++zone] = count;
      isBid[count] = book.isBid[order]!;
      limit[count] = book.limit[order]!;
      first[count] = position;
      count++;
    }
    quantity[count - 1]! += book.quantity[order]!;
  }
  while (zone < zoneCount) ofZone[++zone] = count;
  first[count] = book.count;
  return { count, isBid, limit, quantity, ofZone, members, first };
}

function sortMembers(grid: PreparedGrid, book: Book, zoneOf: Int32Array): Int32Array {
  const members = Int32Array.from({ length: book.count }, (_, order) => order);
  const { node, limit, isBid } = book;
  return members.sort(
    (a, b) =>
      zoneOf[node[a]!]! - zoneOf[node[b]!]! ||
      limit[a]! - limit[b]! ||
      isBid[a]! - isBid[b]! ||
      grid.nodes[node[a]!]!.id - grid.nodes[node[b]!]!.id ||
      a - b,
  );
}
