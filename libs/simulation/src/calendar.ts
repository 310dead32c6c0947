import { dayFromNumber, dayToNumber, INTERVAL_MS, intervalsOfLocalDay, localDay, offsetMinutes } from '@ceex/units';

/** Wall-clock quarter-hours of an ordinary day. */
export const SLOTS = 96;

/** A local day and what it means for behaviour. */
export interface SimulatedDay {
  /** Days since 1970-01-01. */
  readonly number: number;
  /** First interval of the local day, and how many it has: 92, 96 or 100. */
  readonly first: number;
  readonly count: number;
  readonly weekend: boolean;
  /** 1 in the middle of January, −1 in the middle of July. */
  readonly winter: number;
}

/** The local days that hold the intervals [from, to), in order. */
export function simulatedDays(from: number, to: number, timeZone: string): SimulatedDay[] {
  const days: SimulatedDay[] = [];
  let number = dayToNumber(localDay(from * INTERVAL_MS, timeZone));
  for (let next = from; next < to; number++) {
    const { first, count } = intervalsOfLocalDay(dayFromNumber(number), timeZone);
    const weekday = (((number + 3) % 7) + 7) % 7; // 0 is Monday: day 0, 1970-01-01, was a Thursday
    days.push({ number, first, count, weekend: weekday >= 5, winter: winterAt(number) });
    next = first + count;
  }
  return days;
}

/** The season of a day number: 1 on 15 January, −1 half a year later. */
export function winterAt(dayNumber: number): number {
  return Math.cos((2 * Math.PI * (dayNumber - 14)) / 365.2425);
}

/** The wall-clock slot (0 … 95) of an interval of a day: skips an hour in spring, repeats one in autumn. */
export function wallSlot(day: SimulatedDay, index: number, timeZone: string): number {
  if (day.count === SLOTS) return index - day.first;
  const localMinutes = index * 15 + offsetMinutes(index * INTERVAL_MS, timeZone);
  return Math.floor(localMinutes / 15 - day.number * SLOTS);
}
