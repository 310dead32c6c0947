import { roomFor } from './room';

/**
 * Shares an amount in proportion to weights, in whole numbers by largest remainder: everybody gets the exact
 * proportion rounded down or up. Among equal remainders the one at position `turn` modulo their number comes first,
 * then those after it, so that with the interval's index as `turn` all have it equally often.
 */
export class Sharing {
  #remainders: Float64Array = new Float64Array(0);
  #sorted: Float64Array = new Float64Array(0);

  /**
   * Replaces the weights by the shares.
   * @param weights whole numbers ≥ 0 at `[from, to)`; their sum is at least `amount`.
   */
  share(weights: Float64Array, from: number, to: number, amount: number, turn: number): void {
    let total = 0;
    for (let at = from; at < to; at++) total += weights[at]!;
    if (amount === total) return;
    this.#remainders = roomFor(this.#remainders, to - from);
    const remainders = this.#remainders;
    let left = amount;
    for (let at = from; at < to; at++) {
      const weight = weights[at]!;
      const remainder = productRemainder(weight, amount, total);
      remainders[at - from] = remainder;
      weights[at] = productQuotient(weight, amount, total, remainder);
      left -= weights[at]!;
    }
    if (left > 0) this.#handOut(weights, from, to - from, left, turn);
  }

  /** One more for each of the `left` largest remainders; where the last of these are equal, they take turns. */
  #handOut(shares: Float64Array, from: number, count: number, left: number, turn: number): void {
    this.#sorted = roomFor(this.#sorted, count);
    const remainders = this.#remainders;
    const sorted = this.#sorted;
    for (let at = 0; at < count; at++) sorted[at] = remainders[at]!;
    sorted.subarray(0, count).sort();
    const least = sorted[count - left]!;
    let equals = 0;
    let greater = 0;
    for (let at = 0; at < count; at++) {
      if (remainders[at]! > least) greater++;
      else if (remainders[at] === least) equals++;
    }
    const first = ((turn % equals) + equals) % equals;
    let nth = 0;
    for (let at = 0; at < count; at++) {
      if (remainders[at]! > least) shares[from + at]! += 1;
      else if (remainders[at] === least) {
        const place = nth++ - first;
        if ((place < 0 ? place + equals : place) < left - greater) shares[from + at]! += 1;
      }
    }
  }
}

/** The remainder of a · b / c, exactly, also where the product leaves the safe integers. */
function productRemainder(a: number, b: number, c: number): number {
  const product = a * b;
  return product <= Number.MAX_SAFE_INTEGER ? product % c : Number((BigInt(a) * BigInt(b)) % BigInt(c));
}

/** ⌊a · b / c⌋, its remainder being known. */
function productQuotient(a: number, b: number, c: number, remainder: number): number {
  const product = a * b;
  return product <= Number.MAX_SAFE_INTEGER ? (product - remainder) / c : Number((BigInt(a) * BigInt(b)) / BigInt(c));
}
