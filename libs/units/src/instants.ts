import { DAY_MS, digitsAt, readDayNumber, readMinuteOfDay } from './calendar';

/**
 * An ISO 8601 / RFC 3339 instant as milliseconds since 1970-01-01T00:00Z, null when the text is none. Strict: the
 * date, `T` or one space, `HH:mm` with optional `:ss` and up to three decimals, then `Z` or `±HH:mm`. An offset is
 * required, for without one the instant is not known; days that do not exist and 24:00 are refused.
 */
export function parseInstant(text: string): number | null {
  const day = readDayNumber(text);
  const minute = readMinuteOfDay(text, 11);
  if (day === null || minute < 0 || (text[10] !== 'T' && text[10] !== ' ')) return null;
  let position = 16;
  let milliseconds = 0;
  if (text[position] === ':') {
    const second = digitsAt(text, position + 1, 2);
    if (second < 0 || second > 59) return null;
    milliseconds = second * 1000;
    position += 3;
    if (text[position] === '.') {
      const from = ++position;
      while (position < from + 3 && digitsAt(text, position, 1) >= 0) position++;
      if (position === from) return null;
      milliseconds += digitsAt(text, from, position - from) * 10 ** (from + 3 - position);
    }
  }
  const offsetMinutes = readOffset(text, position);
  return offsetMinutes === null ? null : day * DAY_MS + (minute - offsetMinutes) * 60_000 + milliseconds;
}

/** Minutes east of UTC of the `Z` or `±HH:mm` that ends a text at a position. */
function readOffset(text: string, position: number): number | null {
  const sign = text[position];
  if (sign === 'Z') return text.length === position + 1 ? 0 : null;
  if ((sign !== '+' && sign !== '-') || text.length !== position + 6) return null;
  const minutes = readMinuteOfDay(text, position + 1);
  if (minutes < 0) return null;
  return sign === '+' ? minutes : -minutes;
}

/** An instant as ISO 8601 in UTC to the second, `2026-03-29T01:00:00Z`. Throws RangeError outside Date's range. */
export function formatInstant(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}
