import { roomFor } from './room';

/** Most bits told apart in one pass: 2 048 sums stay in the first cache. */
const DIGIT_BITS = 11;

/**
 * Finds the zero of a net-supply curve without sorting it: the place, in order of price and of asks before bids at one
 * price, where the running sum of quantities passes what lies left. Sums by digits of the price, from the highest digit
 * down, each pass among those alone that are still in question: linear time.
 */
export class ZeroSearch {
  /** The first price and side that are not wholly left; Infinity where all is left. */
  price = Infinity;
  isBid = 0;
  /** How much of that price and side is left, Wh. */
  partWh = 0;

  readonly #sums = new Float64Array(1 << DIGIT_BITS);
  #open: Int32Array = new Int32Array(0);

  /**
   * @param price whole µCHF/kWh between `least` and `most`, by segment. @param isBid 0 or 1.
   * @param quantity Wh. @param leftWh how much of all lies left of zero.
   */
  find(
    count: number,
    price: Float64Array,
    isBid: Uint8Array,
    quantity: Float64Array,
    leftWh: number,
    least: number,
    most: number,
  ): void {
    this.#open = roomFor(this.#open, count);
    const open = this.#open;
    let openCount = count;
    // Keys (price − least) · 2 + side; those in question lie in [base, base + 2^bits).
    let bits = bitsOf((most - least) * 2 + 1);
    let base = 0;
    this.partWh = leftWh;
    for (let isFirst = true; bits > 0; isFirst = false) {
      const digitBits = Math.min(bits, DIGIT_BITS, bitsOf(openCount));
      const scale = 2 ** (digitBits - bits);
      const sums = this.#sums.fill(0, 0, 1 << digitBits);
      if (isFirst) sumAll(count, price, isBid, quantity, least, scale, sums);
      else sumOpen(open, openCount, price, isBid, quantity, least, base, scale, sums);
      const digit = this.#passed(1 << digitBits);
      if (digit < 0) {
        this.price = Infinity;
        return;
      }
      openCount = isFirst
        ? keepOfAll(count, price, isBid, least, scale, digit, open)
        : keepOpen(open, openCount, price, isBid, least, base, scale, digit);
      bits -= digitBits;
      base += digit * 2 ** bits;
    }
    this.isBid = base % 2;
    this.price = least + (base - this.isBid) / 2;
  }

  /** The digit in which the sum passes what is left; takes what comes before it off `partWh`. −1 where none does. */
  #passed(digits: number): number {
    for (let digit = 0; digit < digits; digit++) {
      const sum = this.#sums[digit]!;
      if (sum > this.partWh) return digit;
      this.partWh -= sum;
    }
    return -1;
  }
}

// Every pass is a function of its own: one that is called seldom and runs long is compiled while its loop runs.

function sumAll(
  count: number,
  price: Float64Array,
  isBid: Uint8Array,
  quantity: Float64Array,
  least: number,
  scale: number,
  sums: Float64Array,
): void {
  for (let at = 0; at < count; at++) sums[(((price[at]! - least) * 2 + isBid[at]!) * scale) | 0]! += quantity[at]!;
}

function sumOpen(
  open: Int32Array,
  count: number,
  price: Float64Array,
  isBid: Uint8Array,
  quantity: Float64Array,
  least: number,
  base: number,
  scale: number,
  sums: Float64Array,
): void {
  for (let place = 0; place < count; place++) {
    const at = open[place]!;
    sums[(((price[at]! - least) * 2 + isBid[at]! - base) * scale) | 0]! += quantity[at]!;
  }
}

/** Those with the digit; returns how many. */
function keepOfAll(
  count: number,
  price: Float64Array,
  isBid: Uint8Array,
  least: number,
  scale: number,
  digit: number,
  open: Int32Array,
): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    if (((((price[at]! - least) * 2 + isBid[at]!) * scale) | 0) === digit) open[kept++] = at;
  }
  return kept;
}

function keepOpen(
  open: Int32Array,
  count: number,
  price: Float64Array,
  isBid: Uint8Array,
  least: number,
  base: number,
  scale: number,
  digit: number,
): number {
  let kept = 0;
  for (let place = 0; place < count; place++) {
    const at = open[place]!;
    if (((((price[at]! - least) * 2 + isBid[at]! - base) * scale) | 0) === digit) open[kept++] = at;
  }
  return kept;
}

/** How many bits a whole number below 2⁵³ has. */
function bitsOf(value: number): number {
  const high = Math.floor(value / 2 ** 32);
  return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(value);
}
