/** Whole numbers by chance, the same for the same seed on every machine (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    fraction,
    /** From `lo` to `hi`, both included. */
    whole: (lo, hi) => lo + Math.floor(fraction() * (hi - lo + 1)),
  };
}

/** The numbers 0 … count − 1 in an order of chance. */
export function shuffled(random, count) {
  const list = Int32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = random.whole(0, at);
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list;
}
