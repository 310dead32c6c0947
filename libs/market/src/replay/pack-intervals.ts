import type { PreparedGrid } from '../grid/grid';
import type { Order } from '../order';
import { bytesOfIntervals, layOutIntervals, type PackedOrders, type PastIntervals } from './past-intervals';

/** The orders of one past interval. */
export interface PastInterval {
  readonly intervalIndex: number;
  readonly orders: readonly Order[];
}

type OrderBody = Pick<Order, 'side' | 'quantityWh' | 'limitMicroPerKwh'>;

/**
 * Packs past intervals, ascending by index, for `replay`.
 * @throws RangeError where a node is not in the grid.
 */
export function packIntervals(grid: PreparedGrid, intervals: readonly PastInterval[]): PastIntervals {
  const lists = intervals.map((interval) => interval.orders);
  const orders = lists.flat();
  const memory = new ArrayBuffer(bytesOfIntervals(intervals.length, orders.length));
  const past = layOutIntervals(memory, intervals.length, orders.length);
  past.intervalIndex.set(intervals.map(({ intervalIndex }) => intervalIndex));
  fill(past, lists);
  for (const [at, { id, node }] of orders.entries()) {
    const number = grid.indexOf.get(node);
    if (number === undefined) throw new RangeError(`order ${id}: node ${node} is not in the grid`);
    past.node[at] = number;
  }
  return past;
}

/** Packs one node's orders, a list for each interval, as the change of a replay. */
export function packOrders(lists: readonly (readonly OrderBody[])[]): PackedOrders {
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  const packed = {
    first: new Int32Array(lists.length + 1),
    isBid: new Uint8Array(count),
    quantityWh: new Int32Array(count),
    limitMicroPerKwh: new Int32Array(count),
  };
  fill(packed, lists);
  return packed;
}

function fill(packed: PackedOrders, lists: readonly (readonly OrderBody[])[]): void {
  let at = 0;
  for (const [interval, list] of lists.entries()) {
    for (const { side, quantityWh, limitMicroPerKwh } of list) {
      packed.isBid[at] = side === 'bid' ? 1 : 0;
      packed.quantityWh[at] = quantityWh;
      packed.limitMicroPerKwh[at] = limitMicroPerKwh;
      at++;
    }
    packed.first[interval + 1] = at;
  }
}
