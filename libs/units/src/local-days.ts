import { DAY_MS, readDayNumber, readMinuteOfDay } from './calendar';
import { dayFromNumber, dayToNumber, type Day } from './days';
import { INTERVAL_MS } from './intervals';
import { zoneOffsets, type ZoneOffsets } from './zone-offsets';

const MINUTE_MS = 60_000;

/** The calendar day of an instant in a time zone (IANA name). */
export function localDay(epochMs: number, timeZone: string): Day {
  return dayFromNumber(Math.floor((epochMs + zoneOffsets(timeZone).at(epochMs)) / DAY_MS));
}

/** Local time − UTC at an instant, in minutes: 60 or 120 in Switzerland. */
export function offsetMinutes(epochMs: number, timeZone: string): number {
  return zoneOffsets(timeZone).at(epochMs) / MINUTE_MS;
}

/**
 * The instants whose local clock shows a given time, earliest first: one as a rule, two in the hour repeated in
 * autumn, none in the hour left out in spring.
 */
function instantsOfLocalTime(localMs: number, zone: ZoneOffsets): number[] {
  // Offsets are shorter than a day, so these two are the offsets on either side of any switch nearby.
  const first = localMs - zone.at(localMs - DAY_MS);
  const second = localMs - zone.at(localMs + DAY_MS);
  const found = first + zone.at(first) === localMs ? [first] : [];
  if (second !== first && second + zone.at(second) === localMs) found.push(second);
  return found.sort((a, b) => a - b);
}

/**
 * The first instant of a local day, in milliseconds since 1970-01-01T00:00Z. Where the clocks jump over midnight the
 * day begins with the jump. Throws RangeError for a text that is no day or an unknown zone.
 */
export function startOfLocalDay(day: Day, timeZone: string): number {
  const zone = zoneOffsets(timeZone);
  const midnightMs = dayToNumber(day) * DAY_MS;
  const [start] = instantsOfLocalTime(midnightMs, zone);
  if (start !== undefined) return start;
  let before = midnightMs - Math.max(zone.at(midnightMs - DAY_MS), zone.at(midnightMs + DAY_MS)) - MINUTE_MS;
  let after = midnightMs - Math.min(zone.at(midnightMs - DAY_MS), zone.at(midnightMs + DAY_MS));
  while (after - before > MINUTE_MS) {
    const middle = before + Math.floor((after - before) / MINUTE_MS / 2) * MINUTE_MS;
    if (middle + zone.at(middle) < midnightMs) before = middle;
    else after = middle;
  }
  return after;
}

/** The intervals of a local day: index of the first, and how many: 96, or 92 and 100 where the clocks change. */
export function intervalsOfLocalDay(day: Day, timeZone: string): { first: number; count: number } {
  const first = Math.ceil(startOfLocalDay(day, timeZone) / INTERVAL_MS);
  const next = dayFromNumber(dayToNumber(day) + 1);
  return { first, count: Math.ceil(startOfLocalDay(next, timeZone) / INTERVAL_MS) - first };
}

/**
 * A local clock time `YYYY-MM-DD HH:mm` (or with `T`) as its instant; or 'ambiguous' in the hour the autumn clock
 * shows twice, 'missing' in the one spring leaves out, 'malformed' when the text is no such time.
 */
export function parseLocalDateTime(text: string, timeZone: string): number | 'ambiguous' | 'missing' | 'malformed' {
  const number = text.length === 16 && (text[10] === ' ' || text[10] === 'T') ? readDayNumber(text) : null;
  const minute = readMinuteOfDay(text, 11);
  if (number === null || minute < 0) return 'malformed';
  const [only, other] = instantsOfLocalTime(number * DAY_MS + minute * MINUTE_MS, zoneOffsets(timeZone));
  if (only === undefined) return 'missing';
  return other === undefined ? only : 'ambiguous';
}
