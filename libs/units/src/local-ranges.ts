import { addDays, addMonths, nextDay, startOfMonth, startOfWeek, type Day } from './days';
import { localDay } from './local-days';

/** The named ranges of the dashboard. */
export const LOCAL_RANGES = [
  'today',
  'current-week',
  'current-month',
  'last-month',
  'last-3-months',
  'last-year',
] as const;

/** The name of a range of the dashboard. */
export type LocalRangeName = (typeof LOCAL_RANGES)[number];

/** Whole local days: from the start of `startDay` to the start of `endDay`, which is not part of it. */
export interface LocalRange {
  readonly startDay: Day;
  readonly endDay: Day;
}

/**
 * The days a named range covers at an instant. Today, the current week (from Monday) and month are whole, their future days
 * included; the last month is the calendar month before. The last three months and the last year end with today, so
 * that they hold data from the first day of use.
 */
export function localRange(name: LocalRangeName, nowMs: number, timeZone: string): LocalRange {
  const today = localDay(nowMs, timeZone);
  const tomorrow = nextDay(today);
  const month = startOfMonth(today);
  switch (name) {
    case 'today':
      return { startDay: today, endDay: tomorrow };
    case 'current-week':
      return { startDay: startOfWeek(today), endDay: addDays(startOfWeek(today), 7) };
    case 'current-month':
      return { startDay: month, endDay: addMonths(month, 1) };
    case 'last-month':
      return { startDay: addMonths(month, -1), endDay: month };
    case 'last-3-months':
      return { startDay: addMonths(tomorrow, -3), endDay: tomorrow };
    case 'last-year':
      return { startDay: addMonths(tomorrow, -12), endDay: tomorrow };
  }
}
