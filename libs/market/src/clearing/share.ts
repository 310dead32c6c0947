/**
 * Shares an amount in proportion to weights, in whole numbers by largest remainder: everybody gets the exact
 * proportion rounded down or up. Among equal remainders the one at position `turn` modulo their number comes first,
 * then those after it, so that with the interval's index as `turn` all have it equally often.
 *
 * @param weights whole numbers above 0; their sum is at least `amount`.
 */
export function shareOut(weights: Float64Array, amount: number, turn: number): Float64Array {
  const count = weights.length;
  let total = 0;
  for (let at = 0; at < count; at++) total += weights[at]!;
  if (amount === total) return weights.slice();
  const shares = new Float64Array(count);
  if (amount === 0) return shares;
  const remainders = new Float64Array(count);
  let left = amount;
  for (let at = 0; at < count; at++) {
    const remainder = productRemainder(weights[at]!, amount, total);
    remainders[at] = remainder;
    shares[at] = productQuotient(weights[at]!, amount, total, remainder);
    left -= shares[at]!;
  }
  if (left > 0) handOut(shares, remainders, left, turn);
  return shares;
}

/** One more for each of the `left` largest remainders; where the last of these are equal, they take turns. */
function handOut(shares: Float64Array, remainders: Float64Array, left: number, turn: number): void {
  const waiting = Int32Array.from(shares.keys()).sort((a, b) => remainders[b]! - remainders[a]! || a - b);
  const least = remainders[waiting[left - 1]!]!;
  let from = left - 1;
  while (from > 0 && remainders[waiting[from - 1]!] === least) from--;
  let end = left;
  while (end < waiting.length && remainders[waiting[end]!] === least) end++;
  for (let at = 0; at < from; at++) shares[waiting[at]!]! += 1;
  const equals = end - from;
  const first = ((turn % equals) + equals) % equals;
  for (let at = 0; at < left - from; at++) shares[waiting[from + ((first + at) % equals)]!]! += 1;
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
