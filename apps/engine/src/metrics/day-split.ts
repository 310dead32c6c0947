import { localDay, nextDay, startOfLocalDay, type Day } from '@ceex/units';
import type { TimeRange } from './time-range';

/** A range cut into its whole local days (from `firstDay` up to, not including, `endDay`) and what is left at its ends. */
export interface DaySplit {
  readonly days: { readonly firstDay: Day; readonly endDay: Day } | null;
  readonly edges: readonly TimeRange[];
}

/** Whole days can be read from the daily sums; the edges have to be summed interval by interval. */
export function splitDays({ startMs, endMs }: TimeRange, timeZone: string): DaySplit {
  const startDay = localDay(startMs, timeZone);
  const firstDay = startOfLocalDay(startDay, timeZone) === startMs ? startDay : nextDay(startDay);
  const endDay = localDay(endMs, timeZone);
  if (firstDay >= endDay) return { days: null, edges: [{ startMs, endMs }] };
  const edges = [
    { startMs, endMs: startOfLocalDay(firstDay, timeZone) },
    { startMs: startOfLocalDay(endDay, timeZone), endMs },
  ];
  return { days: { firstDay, endDay }, edges: edges.filter((edge) => edge.endMs > edge.startMs) };
}
