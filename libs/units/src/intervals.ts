/** Length of an interval: a quarter of an hour, in milliseconds. */
export const INTERVAL_MS = 900_000;

/**
 * The interval that holds an instant, as a count of quarter-hours since 1970-01-01T00:00Z. An interval is named by
 * its start, so `intervalStart(intervalIndex(start)) === start` for every start on the grid.
 */
export function intervalIndex(epochMs: number): number {
  return Math.floor(epochMs / INTERVAL_MS);
}

/** The start of an interval in milliseconds since 1970-01-01T00:00Z. */
export function intervalStart(index: number): number {
  return index * INTERVAL_MS;
}

/** Whether an instant starts an interval: :00, :15, :30 or :45 sharp. */
export function isOnGrid(epochMs: number): boolean {
  return epochMs % INTERVAL_MS === 0;
}
