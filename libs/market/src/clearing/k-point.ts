import type { MarketRules } from '../order';

/** `lo + ⌊k · (hi − lo)⌋`, an infinite end replaced by the ruler's (or the other end, where that lies beyond it). */
export function kPoint(lo: number, hi: number, { k, ruler }: MarketRules): number {
  const from = lo === -Infinity ? Math.min(ruler[0], hi) : lo;
  const to = hi === Infinity ? Math.max(ruler[1], from) : hi;
  return from + Math.floor(k * (to - from));
}
