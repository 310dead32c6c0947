/** Orders of many intervals, one interval after the other, column by column. */
export interface PackedOrders {
  /** Where each interval's orders begin; one entry more than there are intervals, the last is the number of orders. */
  readonly first: Int32Array;
  /** 0 for an ask, 1 for a bid. */
  readonly isBid: Uint8Array;
  /** Wh, ≥ 0. */
  readonly quantityWh: Int32Array;
  /** µCHF/kWh. */
  readonly limitMicroPerKwh: Int32Array;
}

/**
 * What went into the past clearings of a community. Plain columns over one piece of memory, so that it can be shared
 * with other threads and never has to be copied.
 */
export interface PastIntervals extends PackedOrders {
  readonly count: number;
  /** Number of each interval (`intervalIndex` of `@ceex/units`), ascending. */
  readonly intervalIndex: Int32Array;
  /** Number of each order's node in the prepared grid. */
  readonly node: Int32Array;
}

/** Bytes that `layOutIntervals` needs. */
export function bytesOfIntervals(count: number, orders: number): number {
  return 4 * (2 * count + 1) + orders * (3 * 4 + 1);
}

/**
 * The columns for `count` intervals with `orders` orders in all, as views of `memory` (an ArrayBuffer or a
 * SharedArrayBuffer): empty to be filled, or the same ones again in another thread.
 * @throws RangeError when the memory is too small.
 */
export function layOutIntervals(memory: ArrayBufferLike, count: number, orders: number): PastIntervals {
  let at = 0;
  const integers = (length: number): Int32Array => {
    const column = new Int32Array(memory, at, length);
    at += column.byteLength;
    return column;
  };
  return {
    count,
    intervalIndex: integers(count),
    first: integers(count + 1),
    node: integers(orders),
    quantityWh: integers(orders),
    limitMicroPerKwh: integers(orders),
    isBid: new Uint8Array(memory, at, orders),
  };
}
