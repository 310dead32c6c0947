import { MAX_REPLAY_DAYS } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { parseRange, type TimeRange } from '../metrics/time-range';

const DAY_MS = 86_400_000;
/** The day on which the clocks go back is longer; a range counts as so many days all the same. */
const CLOCK_CHANGE_MS = DAY_MS / 24;
const INTERVALS_PER_DAY = 96;
/** More than a year of 400 households; some 200 MB in memory. */
const MAX_ORDERS = 16_000_000;

/**
 * The range of a replay: as for metrics, a year at most, and less in a community so large that a year of it would be too
 * much to clear again while somebody waits. Refused with `bad-request`.
 */
export function replayRange(
  query: { startDate: string; endDate: string },
  timeZone: string,
  households: number,
): TimeRange {
  const range = parseRange(query, timeZone);
  const days = Math.min(MAX_REPLAY_DAYS, Math.floor(MAX_ORDERS / INTERVALS_PER_DAY / households));
  if (range.endMs - range.startMs <= days * DAY_MS + CLOCK_CHANGE_MS) return range;
  const message = `must be at most ${days} days after startDate in a community of ${households} households`;
  throw new Failure('bad-request', { errors: [{ path: 'endDate', message }] });
}
