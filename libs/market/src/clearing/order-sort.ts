import type { OrderColumns } from './columns';
import { roomFor } from './room';

/** Most bits sorted by in one pass: 2 048 buckets stay in the first cache. */
const DIGIT_BITS = 11;
const WORD_BITS = 32;

/**
 * Sorts orders by limit, asks before bids at one limit, equal ones as given: a radix sort on whole prices, which does
 * not compare and therefore beats the sort of numbers by comparison. O(orders · bits of the price range / 11).
 */
export class OrderSort {
  #sorted: Int32Array = new Int32Array(0);
  #spare: Int32Array = new Int32Array(0);
  /** Key of an order: (limit − least limit) · 2 + side, in two words. */
  #low: Uint32Array = new Uint32Array(0);
  #high: Uint32Array = new Uint32Array(0);
  readonly #offsets = new Int32Array(1 << DIGIT_BITS);

  /** Positions of the orders in sorted order. Limits are whole and within ±2⁴¹. */
  sort(orders: OrderColumns, leastLimit: number, mostLimit: number): Int32Array {
    const { count } = orders;
    this.#sorted = roomFor(this.#sorted, count);
    this.#spare = roomFor(this.#spare, count);
    this.#low = roomFor(this.#low, count);
    const mostKey = (mostLimit - leastLimit) * 2 + 1;
    this.#writeLowWords(orders, leastLimit);
    this.#sortBy(this.#low, count, bitsOf(Math.min(mostKey, 2 ** WORD_BITS - 1)), true);
    if (mostKey < 2 ** WORD_BITS) return this.#sorted;
    this.#high = roomFor(this.#high, count);
    this.#writeHighWords(orders, leastLimit);
    this.#sortBy(this.#high, count, bitsOf(Math.floor(mostKey / 2 ** WORD_BITS)), false);
    return this.#sorted;
  }

  #writeLowWords({ count, limitMicroPerKwh, isBid }: OrderColumns, least: number): void {
    const low = this.#low;
    for (let order = 0; order < count; order++) low[order] = (limitMicroPerKwh[order]! - least) * 2 + isBid[order]!;
  }

  #writeHighWords({ count, limitMicroPerKwh }: OrderColumns, least: number): void {
    const high = this.#high;
    const unit = 2 ** (WORD_BITS - 1);
    for (let order = 0; order < count; order++) high[order] = Math.floor((limitMicroPerKwh[order]! - least) / unit);
  }

  /** As few passes as the bits need, each of equally many bits. */
  #sortBy(key: Uint32Array, count: number, bits: number, isFirst: boolean): void {
    const passes = Math.max(Math.ceil(bits / DIGIT_BITS), isFirst ? 1 : 0);
    const digitBits = Math.ceil(bits / passes);
    for (let pass = 0; pass < passes; pass++) {
      const shift = pass * digitBits;
      const mask = (1 << digitBits) - 1;
      const offsets = this.#offsets.fill(0, 0, mask + 1);
      countDigits(key, count, shift, mask, offsets);
      toOffsets(offsets, mask + 1);
      if (isFirst && pass === 0) scatterAsGiven(count, key, shift, mask, offsets, this.#spare);
      else scatter(this.#sorted, count, key, shift, mask, offsets, this.#spare);
      const sorted = this.#spare;
      this.#spare = this.#sorted;
      this.#sorted = sorted;
    }
  }
}

// Every pass is a function of its own: one that is called seldom and runs long is compiled while its loop runs.

function countDigits(key: Uint32Array, count: number, shift: number, mask: number, counts: Int32Array): void {
  for (let order = 0; order < count; order++) counts[(key[order]! >>> shift) & mask]!++;
}

function scatter(
  from: Int32Array,
  count: number,
  key: Uint32Array,
  shift: number,
  mask: number,
  offsets: Int32Array,
  to: Int32Array,
): void {
  for (let at = 0; at < count; at++) {
    const order = from[at]!;
    to[offsets[(key[order]! >>> shift) & mask]!++] = order;
  }
}

function scatterAsGiven(
  count: number,
  key: Uint32Array,
  shift: number,
  mask: number,
  offsets: Int32Array,
  to: Int32Array,
): void {
  for (let order = 0; order < count; order++) to[offsets[(key[order]! >>> shift) & mask]!++] = order;
}

/** Counts become the places where each bucket begins. */
export function toOffsets(counts: Int32Array, length: number): void {
  let next = 0;
  for (let at = 0; at < length; at++) {
    const count = counts[at]!;
    counts[at] = next;
    next += count;
  }
}

/** How many bits a whole number below 2³² has. */
function bitsOf(value: number): number {
  return WORD_BITS - Math.clz32(value);
}
