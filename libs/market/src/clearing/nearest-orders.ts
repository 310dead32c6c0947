import type { PreparedGrid } from '../grid/grid';
import type { OrderColumns } from './columns';
import { toOffsets } from './order-sort';
import { roomFor } from './room';

/**
 * The filled orders of an interval, asks then bids, each side by path length of its node, then by node, then by limit,
 * then as given. From any meeting node the nearer of two orders is the one nearer to the root, so that this one order
 * serves them all.
 */
export class NearestOrders {
  asks = 0;
  count = 0;
  /** Position of the order, its node, and its filled Wh, by place. */
  order: Int32Array = new Int32Array(0);
  node: Int32Array = new Int32Array(0);
  filledWh: Float64Array = new Float64Array(0);
  readonly #grid: PreparedGrid;
  /** By side and rank of the node. */
  readonly #offsets: Int32Array;

  constructor(grid: PreparedGrid) {
    this.#grid = grid;
    this.#offsets = new Int32Array(2 * grid.nodes.length);
  }

  /**
   * @param byLimit positions of the orders sorted by limit, where they are known.
   * @param sort gives them; asked for only where they are not known and some node's orders are not given by limit.
   */
  read(orders: OrderColumns, filled: Float64Array, byLimit: Int32Array | null, sort: () => Int32Array): void {
    this.order = roomFor(this.order, orders.count);
    this.node = roomFor(this.node, orders.count);
    this.filledWh = roomFor(this.filledWh, orders.count);
    this.#countByNode(orders, filled);
    if (byLimit !== null) this.#placeSorted(orders, filled, byLimit);
    else if (!this.#placeAsGiven(orders, filled)) {
      this.#countByNode(orders, filled);
      this.#placeSorted(orders, filled, sort());
    }
    // Each offset has moved to the end of its orders.
    this.count = this.#offsets[this.#offsets.length - 1]!;
  }

  #countByNode(orders: OrderColumns, filled: Float64Array): void {
    const { rankOfLength } = this.#grid;
    const offsets = this.#offsets.fill(0);
    countFilled(orders, filled, rankOfLength, offsets);
    toOffsets(offsets, offsets.length);
    this.asks = offsets[rankOfLength.length]!;
  }

  /** False where some node's orders of a side are not given by limit. */
  #placeAsGiven(orders: OrderColumns, filled: Float64Array): boolean {
    const { count, node, limitMicroPerKwh: limit } = orders;
    let isSorted = true;
    for (let order = 0; order < count; order++) {
      if (filled[order] === 0) continue;
      const at = this.#place(order, orders, filled);
      // Where the place before is another node's it may hold an older call's order: then sorting was not needed.
      if (at > 0 && this.node[at - 1] === node[order] && !(limit[this.order[at - 1]!]! <= limit[order]!))
        isSorted = false;
    }
    return isSorted;
  }

  #placeSorted(orders: OrderColumns, filled: Float64Array, byLimit: Int32Array): void {
    for (let at = 0; at < orders.count; at++) if (filled[byLimit[at]!]! > 0) this.#place(byLimit[at]!, orders, filled);
  }

  #place(order: number, { node, isBid }: OrderColumns, filled: Float64Array): number {
    const { rankOfLength } = this.#grid;
    const at = this.#offsets[(isBid[order] === 1 ? rankOfLength.length : 0) + rankOfLength[node[order]!]!]!++;
    this.order[at] = order;
    this.node[at] = node[order]!;
    this.filledWh[at] = filled[order]!;
    return at;
  }
}

/** How many orders are filled, by side and rank of the node. */
function countFilled(
  { count, node, isBid }: OrderColumns,
  filled: Float64Array,
  rank: Int32Array,
  counts: Int32Array,
): void {
  const bids = rank.length;
  for (let order = 0; order < count; order++) {
    if (filled[order]! > 0) counts[(isBid[order] === 1 ? bids : 0) + rank[node[order]!]!]!++;
  }
}
