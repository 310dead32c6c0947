import { isDay, type Day } from '@ceex/units';

/** The day an address asks for (`?day=2026-11-22`), no later than `last`; that one for nothing or nonsense. */
export function readDay(text: string | undefined, last: Day): Day {
  return text !== undefined && isDay(text) && text < last ? text : last;
}

/** The interval of the day an address asks for (`?interval=57`, from 0); undefined for nothing or nonsense. */
export function readInterval(text: string | undefined, count: number): number | undefined {
  if (text === undefined || !/^\d{1,3}$/.test(text)) return undefined;
  return Math.min(Number(text), count - 1);
}
