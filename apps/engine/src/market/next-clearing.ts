import { formatInstant, intervalIndex, intervalStart } from '@ceex/units';

/** When the interval that runs now ends, and so is due to clear. */
export function nextClearingAt(nowMs: number): string {
  return formatInstant(intervalStart(intervalIndex(nowMs) + 1));
}
