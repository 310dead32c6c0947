import { addDays, addMonths, dayToNumber, localDay, startOfLocalDay, type Day, type LocalRange } from '@ceex/units';
import { countDays, type RangeName } from '../range/dashboard-range';

/** The period that a range is compared with. */
export interface PeriodBefore {
  readonly startMs: number;
  /** Not part of it. */
  readonly endMs: number;
  /** False where the range is not over: then only the same part of the period before counts. */
  readonly whole: boolean;
}

/** The days of the period before: the month before a month, as many days before for the rest. */
function daysBefore(name: RangeName, days: LocalRange): LocalRange {
  switch (name) {
    case 'current-month':
    case 'last-month':
      return { startDay: addMonths(days.startDay, -1), endDay: days.startDay };
    case 'last-3-months':
      return { startDay: addMonths(days.startDay, -3), endDay: days.startDay };
    case 'last-year':
      return { startDay: addMonths(days.startDay, -12), endDay: days.startDay };
    default:
      return { startDay: addDays(days.startDay, -countDays(days)), endDay: days.startDay };
  }
}

/**
 * The period before a range, compared like with like: where the range has figures only up to `dataUntilMs`, the period
 * before ends after as many days and at the same time of day (at the latest with its own last day).
 */
export function periodBefore(name: RangeName, days: LocalRange, dataUntilMs: number, timeZone: string): PeriodBefore {
  const before = daysBefore(name, days);
  const startMs = startOfLocalDay(before.startDay, timeZone);
  const endMs = startOfLocalDay(before.endDay, timeZone);
  if (dataUntilMs >= startOfLocalDay(days.endDay, timeZone)) return { startMs, endMs, whole: true };
  const lastDay: Day = localDay(dataUntilMs, timeZone);
  const sameDay = addDays(before.startDay, dayToNumber(lastDay) - dayToNumber(days.startDay));
  const timeOfDayMs = dataUntilMs - startOfLocalDay(lastDay, timeZone);
  return { startMs, endMs: Math.min(startOfLocalDay(sameDay, timeZone) + timeOfDayMs, endMs), whole: false };
}

/** The shortest month has 28/31 of the days of the longest. */
const LEAST_SHARE = 0.85;

/** Whether the period before has enough cleared intervals for its sums to say something beside those of the range. */
export function isComparable(intervalsBefore: number, intervals: number): boolean {
  return intervalsBefore > 0 && intervalsBefore >= LEAST_SHARE * intervals;
}
