import type { Resolution } from '@ceex/contracts';
import { INTERVAL_MS, localDay, nextDay, offsetMinutes, startOfLocalDay, startOfMonth, type Day } from '@ceex/units';
import type { TimeRange } from './time-range';

const HOUR_MS = 3_600_000;

/**
 * Where the bucket of an instant starts. Hours, days and months are those of the local calendar: a day has 23, 24 or
 * 25 hours, and in a zone half an hour off UTC the hours are so too.
 */
export function bucketOfInstant(epochMs: number, resolution: Resolution, timeZone: string): number {
  if (resolution === 'interval') return epochMs - (epochMs % INTERVAL_MS);
  if (resolution === 'hour') {
    const local = epochMs + offsetMinutes(epochMs, timeZone) * 60_000;
    return epochMs - (local % HOUR_MS);
  }
  return bucketOfDay(localDay(epochMs, timeZone), resolution, timeZone);
}

/** Where the bucket of a whole local day starts: with the day, or with its month. */
export function bucketOfDay(day: Day, resolution: 'day' | 'month', timeZone: string): number {
  return startOfLocalDay(resolution === 'month' ? startOfMonth(day) : day, timeZone);
}

/** The starts of all buckets that hold an interval of the range, earliest first. */
export function bucketsOf(range: TimeRange, resolution: Resolution, timeZone: string): number[] {
  const first = Math.ceil(range.startMs / INTERVAL_MS) * INTERVAL_MS;
  const starts: number[] = [];
  if (resolution === 'interval' || resolution === 'hour') {
    for (let at = first; at < range.endMs; at += INTERVAL_MS) {
      const start = bucketOfInstant(at, resolution, timeZone);
      if (start !== starts.at(-1)) starts.push(start);
    }
    return starts;
  }
  if (first >= range.endMs) return starts;
  const last = localDay(range.endMs - 1, timeZone);
  for (let day = localDay(first, timeZone); day <= last; day = nextDay(day)) {
    const start = bucketOfDay(day, resolution, timeZone);
    if (start !== starts.at(-1)) starts.push(start);
  }
  return starts;
}
