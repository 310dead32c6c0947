import type { CommunityFlows } from '@ceex/contracts';
import { intervalsOfLocalDay, intervalStart, INTERVAL_MS, type Day, type Wh } from '@ceex/units';

/** An interval of a day: cleared, or not (yet). */
export interface DayInterval {
  readonly startMs: number;
  readonly endMs: number;
  /** Its place in the lists of the flows; -1 where it was not cleared. */
  readonly index: number;
  readonly tradedWh: Wh;
}

/** All 96 intervals of a day, 92 or 100 where the clocks change, with what was traded in each. */
export function intervalsOfDay(day: Day, timeZone: string, flows: CommunityFlows | undefined): DayInterval[] {
  const { first, count } = intervalsOfLocalDay(day, timeZone);
  const indexes = new Map((flows?.intervals ?? []).map(({ start }, index) => [Date.parse(start), index]));
  return Array.from({ length: count }, (_, at) => {
    const startMs = intervalStart(first + at);
    const index = indexes.get(startMs) ?? -1;
    return { startMs, endMs: startMs + INTERVAL_MS, index, tradedWh: flows?.intervals[index]?.tradedWh ?? 0 };
  });
}

/** Which interval of a day to begin with: of a day that goes on its last cleared one, else the busiest. */
export function firstToShow(intervals: readonly DayInterval[]): number {
  const last = intervals.findLastIndex(({ index }) => index >= 0);
  if (last < 0) return 0;
  if (last < intervals.length - 1) return last;
  return intervals.reduce((best, { tradedWh }, at) => (tradedWh > (intervals[best]?.tradedWh ?? 0) ? at : best), 0);
}
