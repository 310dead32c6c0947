import type { OrderColumns } from '../clearing/columns';
import type { PackedOrders, PastIntervals } from './past-intervals';

/** One node's orders instead of those it had. */
export interface Change {
  /** Number of the node in the prepared grid. */
  readonly node: number;
  /** Its orders, interval by interval as in the past ones; null: those it had. */
  readonly orders: PackedOrders | null;
}

/** The orders of one interval after another, with the change made: others first, the node's own behind them. */
export class ChangedOrders implements OrderColumns {
  count = 0;
  /** The node's own orders are those from here on. */
  ownFrom = 0;
  readonly node: Int32Array;
  readonly isBid: Uint8Array;
  readonly quantityWh: Float64Array;
  readonly limitMicroPerKwh: Float64Array;
  /** The best of all limits, and of the node's own, among orders of more than nothing. */
  #lowestAsk = Infinity;
  #highestBid = -Infinity;
  #ownLowestAsk = Infinity;
  #ownHighestBid = -Infinity;

  constructor(
    private readonly past: PastIntervals,
    private readonly change: Change,
  ) {
    const room = mostOrders(past.first) + (change.orders === null ? 0 : mostOrders(change.orders.first));
    this.node = new Int32Array(room);
    this.isBid = new Uint8Array(room);
    this.quantityWh = new Float64Array(room);
    this.limitMicroPerKwh = new Float64Array(room);
  }

  /** Reads the orders of an interval, by its position. */
  read(interval: number): void {
    const { past, change } = this;
    this.count = 0;
    this.#lowestAsk = this.#ownLowestAsk = Infinity;
    this.#highestBid = this.#ownHighestBid = -Infinity;
    const end = past.first[interval + 1]!;
    for (let order = past.first[interval]!; order < end; order++) {
      if (past.node[order] !== change.node) this.#add(past, order, past.node[order]!);
    }
    this.ownFrom = this.count;
    if (change.orders !== null) {
      const ownEnd = change.orders.first[interval + 1]!;
      for (let order = change.orders.first[interval]!; order < ownEnd; order++) this.#addOwn(change.orders, order);
      return;
    }
    for (let order = past.first[interval]!; order < end; order++) {
      if (past.node[order] === change.node) this.#addOwn(past, order);
    }
  }

  /**
   * False where no order of the node can be filled, whatever else happens: grid fees never make up for an ask above
   * every bid, nor for a bid below every ask.
   */
  get mayTrade(): boolean {
    return this.#ownLowestAsk <= this.#highestBid || this.#ownHighestBid >= this.#lowestAsk;
  }

  #addOwn(orders: PackedOrders, order: number): void {
    this.#add(orders, order, this.change.node);
    if (orders.quantityWh[order] === 0) return;
    const limit = orders.limitMicroPerKwh[order]!;
    if (orders.isBid[order] === 1) this.#ownHighestBid = Math.max(this.#ownHighestBid, limit);
    else this.#ownLowestAsk = Math.min(this.#ownLowestAsk, limit);
  }

  #add(orders: PackedOrders, order: number, node: number): void {
    const quantityWh = orders.quantityWh[order]!;
    if (quantityWh === 0) return;
    const limit = orders.limitMicroPerKwh[order]!;
    const isBid = orders.isBid[order]!;
    this.node[this.count] = node;
    this.isBid[this.count] = isBid;
    this.quantityWh[this.count] = quantityWh;
    this.limitMicroPerKwh[this.count] = limit;
    this.count++;
    if (isBid === 1) this.#highestBid = Math.max(this.#highestBid, limit);
    else this.#lowestAsk = Math.min(this.#lowestAsk, limit);
  }
}

function mostOrders(first: Int32Array): number {
  let most = 0;
  for (let interval = 1; interval < first.length; interval++) {
    most = Math.max(most, first[interval]! - first[interval - 1]!);
  }
  return most;
}
