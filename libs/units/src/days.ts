import { civilDay, dayNumber, daysInMonth, readDayNumber } from './calendar';

/** A calendar day as `YYYY-MM-DD`. Which instants it covers depends on the time zone (see local-days). */
export type Day = string;

const texts = new Map<number, Day>();
const MAX_TEXTS = 50_000;

/** Whether a text is a calendar day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return text.length === 10 && readDayNumber(text) !== null;
}

/** Days since 1970-01-01. Throws RangeError naming a text that is no day. */
export function dayToNumber(day: Day): number {
  const number = day.length === 10 ? readDayNumber(day) : null;
  if (number === null) throw new RangeError(`"${day}" is no day; days are written YYYY-MM-DD`);
  return number;
}

/** The day of a day number (kept, so that the same day is the same string object). */
export function dayFromNumber(number: number): Day {
  let text = texts.get(number);
  if (text === undefined) {
    const { year, month, day } = civilDay(number);
    if (!(year >= 0 && year <= 9999)) throw new RangeError(`day number ${number} lies outside the years 0 … 9999`);
    text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    if (texts.size >= MAX_TEXTS) texts.clear();
    texts.set(number, text);
  }
  return text;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayToNumber(day) + count);
}

/** The day after. */
export function nextDay(day: Day): Day {
  return addDays(day, 1);
}

/** The day before. */
export function previousDay(day: Day): Day {
  return addDays(day, -1);
}

/** The Monday of a day's week. */
export function startOfWeek(day: Day): Day {
  const number = dayToNumber(day);
  return dayFromNumber(number - ((((number + 3) % 7) + 7) % 7)); // day 0, 1970-01-01, was a Thursday
}

/** The first day of a day's month. */
export function startOfMonth(day: Day): Day {
  dayToNumber(day);
  return `${day.slice(0, 8)}01`;
}

/** The same day `count` months later (earlier when negative); the month's last day where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const from = civilDay(dayToNumber(day));
  const months = from.year * 12 + from.month - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dayFromNumber(dayNumber(year, month, Math.min(from.day, daysInMonth(year, month))));
}
