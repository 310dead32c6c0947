import type { Resolution } from '@ceex/contracts';
import {
  dayToNumber,
  isDay,
  LOCAL_RANGES,
  localRange,
  nextDay,
  previousDay,
  type Day,
  type LocalRange,
  type LocalRangeName,
} from '@ceex/units';
import type { MetricsQuery } from '@ceex/web-data-access';

/** The ranges of the dashboard: the named ones, and days of one's own choice. */
export const CUSTOM_RANGE = 'custom';
export type RangeName = LocalRangeName | typeof CUSTOM_RANGE;

/** Which range an address asks for: `?range=last-month`, or `?range=custom&from=2026-10-01&to=2026-10-14`. */
export type RangeChoice =
  { readonly name: LocalRangeName } | { readonly name: typeof CUSTOM_RANGE; readonly from: Day; readonly to: Day };

const DEFAULT_RANGE: LocalRangeName = 'current-week';
/** A year with its leap day: more days are not shown at once. */
export const MAX_CUSTOM_DAYS = 366;

/** What an address asks for; the current week for nothing, or for a range that does not exist. */
export function readRange(range: string | undefined, from?: string, to?: string): RangeChoice {
  const custom = range === CUSTOM_RANGE ? readCustom(from, to) : undefined;
  return custom ?? { name: LOCAL_RANGES.find((name) => name === range) ?? DEFAULT_RANGE };
}

function readCustom(from: string | undefined, to: string | undefined): RangeChoice | undefined {
  if (from === undefined || to === undefined || !isDay(from) || !isDay(to)) return undefined;
  const days = dayToNumber(to) - dayToNumber(from) + 1;
  return days >= 1 && days <= MAX_CUSTOM_DAYS ? { name: CUSTOM_RANGE, from, to } : undefined;
}

/** The days of a choice at an instant, in the community's calendar. */
export function daysOf(choice: RangeChoice, nowMs: number, timeZone: string): LocalRange {
  if (choice.name !== CUSTOM_RANGE) return localRange(choice.name, nowMs, timeZone);
  return { startDay: choice.from, endDay: nextDay(choice.to) };
}

/** How many days a range has. */
export function countDays({ startDay, endDay }: LocalRange): number {
  return dayToNumber(endDay) - dayToNumber(startDay);
}

/** As many points as a wide screen can show as bars. */
export function resolutionOf(days: number): Resolution {
  if (days <= 2) return 'interval';
  if (days <= 14) return 'hour';
  return days <= 100 ? 'day' : 'month';
}

/** What to ask the engine for a range of days, whose end day is not part of it. */
export function metricsQuery(days: LocalRange): MetricsQuery {
  return { startDate: days.startDay, endDate: previousDay(days.endDay), resolution: resolutionOf(countDays(days)) };
}
