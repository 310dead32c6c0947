/** An interval is cleared within minutes of its end; an hour without a clearing is worth telling. */
const STALE_AFTER_MS = 3_600_000;

/** Whether figures for a range that ends at `endMs` lack what should be there by now. */
export function isStale(dataUntilMs: number, endMs: number, nowMs: number): boolean {
  return dataUntilMs < Math.min(endMs, nowMs - STALE_AFTER_MS);
}
