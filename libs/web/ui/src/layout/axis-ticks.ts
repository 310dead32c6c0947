/** Round numbers (1, 2, 5 × 10ⁿ) that divide a range into about `count` parts, all within the range. */
export function axisTicks(from: number, to: number, count: number): number[] {
  if (!(to > from) || count < 1) return [];
  const rough = (to - from) / count;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude;
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
