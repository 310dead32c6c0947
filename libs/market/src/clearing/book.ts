import { MAX_PRICE_MICRO_PER_KWH } from '../grid/check-nodes';
import type { PreparedGrid } from '../grid/grid';
import type { MarketRules, Order } from '../order';

/** The orders of an interval as columns, in an order that depends on nothing but the orders themselves. */
export interface Book {
  readonly count: number;
  readonly orders: readonly Order[];
  /** Number of the node in the prepared grid. */
  readonly node: Int32Array;
  /** 1 for a bid, 0 for an ask. */
  readonly isBid: Uint8Array;
  readonly quantity: Float64Array;
  readonly limit: Float64Array;
}

/** Reads and checks the orders: by node, asks first, then limit and id. Throws RangeError naming a malformed order. */
export function readBook(grid: PreparedGrid, orders: readonly Order[]): Book {
  const ids = new Set<string>();
  for (const order of orders) checkOrder(grid, order, ids);
  const nodeOf = Int32Array.from(orders, (order) => grid.indexOf.get(order.node)!);
  const places = Array.from(orders, (_, at) => at);
  places.sort((a, b) => nodeOf[a]! - nodeOf[b]! || compareOrders(orders[a]!, orders[b]!));
  const sorted = places.map((at) => orders[at]!);
  const count = sorted.length;
  const node = new Int32Array(count);
  const isBid = new Uint8Array(count);
  const quantity = new Float64Array(count);
  const limit = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const order = sorted[index]!;
    node[index] = nodeOf[places[index]!]!;
    isBid[index] = order.side === 'bid' ? 1 : 0;
    quantity[index] = order.quantityWh;
    limit[index] = order.limitMicroPerKwh + 0; // −0 becomes 0
  }
  return { count, orders: sorted, node, isBid, quantity, limit };
}

/** Of one node: asks first, then by limit and id. */
function compareOrders(a: Order, b: Order): number {
  if (a.side !== b.side) return a.side === 'ask' ? -1 : 1;
  return a.limitMicroPerKwh - b.limitMicroPerKwh || (a.id < b.id ? -1 : 1);
}

function checkOrder(grid: PreparedGrid, order: Order, ids: Set<string>): void {
  const { id, quantityWh, limitMicroPerKwh } = order;
  if (ids.has(id)) throw new RangeError(`order ${id} is there twice`);
  ids.add(id);
  if (!grid.indexOf.has(order.node)) throw new RangeError(`order ${id}: node ${order.node} is not in the grid`);
  if (order.side !== 'ask' && order.side !== 'bid') {
    throw new RangeError(`order ${id}: side must be ask or bid, not ${String(order.side)}`);
  }
  if (!Number.isSafeInteger(quantityWh) || quantityWh <= 0) {
    throw new RangeError(`order ${id}: quantityWh must be a whole number above 0, not ${quantityWh}`);
  }
  if (!Number.isSafeInteger(limitMicroPerKwh) || Math.abs(limitMicroPerKwh) > MAX_PRICE_MICRO_PER_KWH) {
    throw new RangeError(
      `order ${id}: limitMicroPerKwh must be a whole number within ±${MAX_PRICE_MICRO_PER_KWH}, not ${limitMicroPerKwh}`,
    );
  }
}

/** Throws RangeError when rules cannot be followed. */
export function checkRules({ pricing, k, ruler: [lo, hi] }: MarketRules, intervalIndex: number): void {
  if (pricing !== 'nodal' && pricing !== 'midpoint') {
    throw new RangeError(`rules: pricing must be nodal or midpoint, not ${String(pricing)}`);
  }
  if (!(k >= 0 && k <= 1)) throw new RangeError(`rules: k must lie within 0 … 1, not ${k}`);
  const inRange = Math.max(Math.abs(lo), Math.abs(hi)) <= MAX_PRICE_MICRO_PER_KWH;
  if (!Number.isInteger(lo) || !Number.isInteger(hi) || !inRange || lo > hi) {
    throw new RangeError(`rules: the ruler must be two whole prices, the lower first, not ${lo} … ${hi}`);
  }
  if (!Number.isSafeInteger(intervalIndex)) {
    throw new RangeError(`intervalIndex must be a whole number, not ${intervalIndex}`);
  }
}
