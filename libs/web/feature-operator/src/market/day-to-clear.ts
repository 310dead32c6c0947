import { INTERVAL_MS, formatInstant, intervalIndex, isDay, localDay, nextDay, startOfLocalDay } from '@ceex/units';

/** From when until before when (ISO instants) to clear again; or why the day cannot be. */
export type DayToClear = { readonly start: string; readonly end: string } | 'missing' | 'in-future';

/** The intervals of a local day that are over by now. */
export function dayToClear(day: string, timeZone: string, nowMs: number): DayToClear {
  if (!isDay(day)) return 'missing';
  if (day > localDay(nowMs, timeZone)) return 'in-future';
  const startMs = startOfLocalDay(day, timeZone);
  const endMs = Math.min(startOfLocalDay(nextDay(day), timeZone), intervalIndex(nowMs) * INTERVAL_MS);
  return endMs > startMs ? { start: formatInstant(startMs), end: formatInstant(endMs) } : 'in-future';
}
