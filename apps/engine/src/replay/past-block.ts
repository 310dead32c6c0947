import { bytesOfIntervals, layOutIntervals, type PastIntervals } from '@ceex/market';

/**
 * The past is kept in blocks of a week: small enough that a new clearing makes little of it stale, large enough that a
 * year has few of them. A block is a week since 1970, so that every block begins with the same interval for everybody.
 */
export const BLOCK_INTERVALS = 7 * 96;

/** The orders of a community's cleared intervals of one block, in memory that every thread can read. */
export interface PastBlock {
  readonly memory: SharedArrayBuffer;
  readonly count: number;
  readonly orders: number;
}

/** The block that holds an interval. */
export function blockOf(intervalIndex: number): number {
  return Math.floor(intervalIndex / BLOCK_INTERVALS);
}

/** The columns of a block; no copy. */
export function intervalsOf({ memory, count, orders }: PastBlock): PastIntervals {
  return layOutIntervals(memory, count, orders);
}

/** Collects the intervals of one block. */
export class BlockBuilder {
  #count = 0;
  readonly #intervalIndex = new Int32Array(BLOCK_INTERVALS);
  readonly #first = new Int32Array(BLOCK_INTERVALS + 1);
  node = new Int32Array(1 << 15);
  quantityWh = new Int32Array(1 << 15);
  limitMicroPerKwh = new Int32Array(1 << 15);
  isBid = new Uint8Array(1 << 15);

  /**
   * Begins an interval, ascending, with so many orders, and returns where they go in the columns. The same interval
   * again, a later version, takes the place of the former.
   */
  add(intervalIndex: number, orders: number): number {
    if (this.#count > 0 && this.#intervalIndex[this.#count - 1] === intervalIndex) this.#count--;
    const from = this.#first[this.#count] as number;
    this.#intervalIndex[this.#count++] = intervalIndex;
    this.#first[this.#count] = from + orders;
    if (from + orders > this.node.length) this.#grow(from + orders);
    return from;
  }

  /** What was collected, in memory of its own; the builder is empty again. */
  finish(): PastBlock {
    const count = this.#count;
    const orders = this.#first[count] as number;
    const memory = new SharedArrayBuffer(bytesOfIntervals(count, orders));
    const block = layOutIntervals(memory, count, orders);
    block.intervalIndex.set(this.#intervalIndex.subarray(0, count));
    block.first.set(this.#first.subarray(0, count + 1));
    for (const column of ['node', 'quantityWh', 'limitMicroPerKwh', 'isBid'] as const) {
      block[column].set(this[column].subarray(0, orders));
    }
    this.#count = 0;
    return { memory, count, orders };
  }

  #grow(orders: number): void {
    const room = orders * 2;
    const larger = <T extends Int32Array | Uint8Array>(column: T, into: T): T => {
      into.set(column);
      return into;
    };
    this.node = larger(this.node, new Int32Array(room));
    this.quantityWh = larger(this.quantityWh, new Int32Array(room));
    this.limitMicroPerKwh = larger(this.limitMicroPerKwh, new Int32Array(room));
    this.isBid = larger(this.isBid, new Uint8Array(room));
  }
}
