/** Proleptic Gregorian calendar on whole days, without time zones. A day number counts days since 1970-01-01. */

export const DAY_MS = 86_400_000;

/** A calendar day: `month` 1 … 12, `day` 1 … 31. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days in a month of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Day number of a calendar day (H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The calendar day of a day number. */
export function civilDay(number: number): CivilDay {
  const date = new Date(number * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The decimal digits `text[from … from + count)` as a number, −1 when one is no digit. */
export function digitsAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let position = from; position < from + count; position++) {
    const digit = text.charCodeAt(position) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Day number of the `YYYY-MM-DD` at the start of a text, null when there is none (years 0000 … 9999). */
export function readDayNumber(text: string): number | null {
  if (text[4] !== '-' || text[7] !== '-') return null;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

/** Minutes since midnight of the `HH:mm` at a position of a text, −1 when there is none. */
export function readMinuteOfDay(text: string, from: number): number {
  const hour = digitsAt(text, from, 2);
  const minute = digitsAt(text, from + 3, 2);
  if (text[from + 2] !== ':' || hour < 0 || hour > 23 || minute < 0 || minute > 59) return -1;
  return hour * 60 + minute;
}
