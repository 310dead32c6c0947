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

  /** @param byLimit gives positions of the orders sorted by limit; asked for only where a node's orders are not. */
  read(orders: OrderColumns, filled: Float64Array, byLimit: () => Int32Array): void {
    this.order = roomFor(this.order, orders.count);
    this.node = roomFor(this.node, orders.count);
    this.filledWh = roomFor(this.filledWh, orders.count);
    this.#countByNode(orders, filled);
    if (this.#placeAsGiven(orders, filled)) return;
    this.#countByNode(orders, filled);
    this.#placeSorted(orders, filled, byLimit());
  }

  #countByNode({ count, node, isBid }: OrderColumns, filled: Float64Array): void {
    const { rankOfLength } = this.#grid;
    const offsets = this.#offsets.fill(0);
    const bids = rankOfLength.length;
    for (let order = 0; order < count; order++) {
      if (filled[order]! > 0) offsets[(isBid[order] === 1 ? bids : 0) + rankOfLength[node[order]!]!]!++;
    }
    toOffsets(offsets, offsets.length);
    this.asks = offsets[bids]!;
  }

  /** False where some node's orders of a side are not given by limit. */
  #placeAsGiven(orders: OrderColumns, filled: Float64Array): boolean {
    const { count, node, isBid, limitMicroPerKwh } = orders;
    const { rankOfLength } = this.#grid;
    const bids = rankOfLength.length;
    let isSorted = true;
    let placed = 0;
    for (let order = 0; order < count; order++) {
      if (filled[order] === 0) continue;
      const at = this.#offsets[(isBid[order] === 1 ? bids : 0) + rankOfLength[node[order]!]!]!++;
      this.#place(at, order, node[order]!, filled[order]!);
      placed++;
      if (at > 0 && this.node[at - 1] === node[order]) {
        const before = this.order[at - 1]!;
        const isSameSide = at !== this.asks;
        if (isSameSide && before < order && limitMicroPerKwh[before]! > limitMicroPerKwh[order]!) isSorted = false;
      }
    }
    this.count = placed;
    return isSorted;
  }

  #placeSorted({ count, node, isBid }: OrderColumns, filled: Float64Array, byLimit: Int32Array): void {
    const { rankOfLength } = this.#grid;
    const bids = rankOfLength.length;
    for (let at = 0; at < count; at++) {
      const order = byLimit[at]!;
      if (filled[order] === 0) continue;
      const place = this.#offsets[(isBid[order] === 1 ? bids : 0) + rankOfLength[node[order]!]!]!++;
      this.#place(place, order, node[order]!, filled[order]!);
    }
  }

  #place(at: number, order: number, node: number, filledWh: number): void {
    this.order[at] = order;
    this.node[at] = node;
    this.filledWh[at] = filledWh;
  }
}
