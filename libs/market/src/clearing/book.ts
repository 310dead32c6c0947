import { MAX_PRICE_MICRO_PER_KWH } from '../grid/check-nodes';
import type { PreparedGrid } from '../grid/grid';
import type { Order } from '../order';
import type { OrderColumns } from './columns';

/** The orders of an interval as columns, in an order that depends on nothing but the orders themselves. */
export interface Book extends OrderColumns {
  readonly orders: readonly Order[];
}

/** Reads and checks the orders: by node, asks first, then limit and id. Throws RangeError naming a malformed order. */
export function readBook(grid: PreparedGrid, orders: readonly Order[]): Book {
  const ids = new Set<string>();
  for (const order of orders) checkOrder(grid, order, ids);
  const nodeOf = Int32Array.from(orders, (order) => grid.indexOf.get(order.node)!);
  const places = Int32Array.from(orders, (_, at) => at);
  places.sort((a, b) => nodeOf[a]! - nodeOf[b]! || compareOrders(orders[a]!, orders[b]!));
  const sorted = Array.from(places, (at) => orders[at]!);
  return {
    count: sorted.length,
    orders: sorted,
    node: places.map((at) => nodeOf[at]!),
    isBid: Uint8Array.from(sorted, ({ side }) => (side === 'bid' ? 1 : 0)),
    quantityWh: Float64Array.from(sorted, ({ quantityWh }) => quantityWh),
    limitMicroPerKwh: Float64Array.from(sorted, ({ limitMicroPerKwh }) => limitMicroPerKwh),
  };
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
  if (!Number.isSafeInteger(quantityWh) || quantityWh < 0) {
    throw new RangeError(`order ${id}: quantityWh must be a whole number, 0 or more, not ${quantityWh}`);
  }
  if (!Number.isSafeInteger(limitMicroPerKwh) || Math.abs(limitMicroPerKwh) > MAX_PRICE_MICRO_PER_KWH) {
    throw new RangeError(
      `order ${id}: limitMicroPerKwh must be a whole number within ±${MAX_PRICE_MICRO_PER_KWH}, not ${limitMicroPerKwh}`,
    );
  }
}
