/**
 * Whether shares are those of the largest remainder method: everybody has the exact proportion rounded down, and one
 * more have those with the largest remainders; where the last of these are equal, those whose turn it is.
 *
 * @param weights whole numbers above 0.
 */
export function isLargestRemainder(weights: readonly number[], shares: readonly number[], turn: number): boolean {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const amount = shares.reduce((sum, share) => sum + share, 0);
  const extras: number[] = [];
  const remainders: number[] = [];
  for (let at = 0; at < weights.length; at++) {
    const { quotient, remainder } = divide(weights[at]!, amount, total);
    extras.push(shares[at]! - quotient);
    remainders.push(remainder);
  }
  let least = Infinity;
  let most = -1;
  for (let at = 0; at < extras.length; at++) {
    if (extras[at] === 1) least = Math.min(least, remainders[at]!);
    else if (extras[at] === 0) most = Math.max(most, remainders[at]!);
    else return false;
  }
  return (
    least > most ||
    (least === most &&
      isTheirTurn(
        extras.filter((_, at) => remainders[at] === least),
        turn,
      ))
  );
}

/** Among equals, those with one more are the one at position `turn` modulo their number and the next ones after it. */
function isTheirTurn(extras: readonly number[], turn: number): boolean {
  const count = extras.length;
  const first = ((turn % count) + count) % count;
  const served = extras.reduce((sum, extra) => sum + extra, 0);
  return extras.every((extra, at) => (extra === 1) === (at - first + count) % count < served);
}

/** a · b ÷ c, exactly. */
function divide(a: number, b: number, c: number): { quotient: number; remainder: number } {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) return { quotient: Math.floor(product / c), remainder: product % c };
  const exact = BigInt(a) * BigInt(b);
  return { quotient: Number(exact / BigInt(c)), remainder: Number(exact % BigInt(c)) };
}
