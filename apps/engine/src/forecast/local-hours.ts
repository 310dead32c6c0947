import { dayToNumber, localDay, offsetMinutes } from '@ceex/units';

export const HOUR_MS = 3_600_000;

/** Where an hour stands in the week of the community. */
export interface LocalHour {
  /** 0 to 23, by the clock. */
  readonly hour: number;
  /** 0 Monday … 6 Sunday. */
  readonly weekday: number;
}

/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;

export function localHour(epochMs: number, timeZone: string): LocalHour {
  const localMs = epochMs + offsetMinutes(epochMs, timeZone) * 60_000;
  const number = dayToNumber(localDay(epochMs, timeZone));
  return { hour: Math.floor(localMs / HOUR_MS) % 24, weekday: (number + FIRST_WEEKDAY) % 7 };
}

/** Saturdays and Sundays are lived alike, and so are the other days. */
export function isWeekend({ weekday }: LocalHour): boolean {
  return weekday >= 5;
}
