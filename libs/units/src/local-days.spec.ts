import fc from 'fast-check';
import { addDays, addMonths, isDay, nextDay, previousDay, startOfMonth, startOfWeek } from './days';
import { INTERVAL_MS, intervalIndex } from './intervals';
import { intervalsOfLocalDay, localDay, offsetMinutes, parseLocalDateTime, startOfLocalDay } from './local-days';
import { isTimeZone } from './zone-offsets';

const ZURICH = 'Europe/Zurich';
const ZONES = [ZURICH, 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Cairo', 'Asia/Kathmandu', 'Pacific/Apia'];

/** The local clock as Intl shows it, asked afresh. */
function clock(epochMs: number, timeZone: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(epochMs);
  return text.slice(0, 16);
}

describe('local days', () => {
  it.each([
    ['2026-03-28', ZURICH, 96],
    ['2026-03-29', ZURICH, 92],
    ['2026-10-25', ZURICH, 100],
    ['2026-10-04', 'Australia/Lord_Howe', 94],
    ['2026-04-05', 'Australia/Lord_Howe', 98],
    ['2026-04-24', 'Africa/Cairo', 92],
    ['2011-12-30', 'Pacific/Apia', 0],
  ])('%s in %s has %d intervals', (day, timeZone, count) => {
    expect(intervalsOfLocalDay(day, timeZone).count).toBe(count);
  });

  it('starts a day with its first instant, after the jump where midnight is left out', () => {
    expect(startOfLocalDay('2026-03-29', ZURICH)).toBe(Date.parse('2026-03-28T23:00:00Z'));
    expect(startOfLocalDay('2026-03-30', ZURICH)).toBe(Date.parse('2026-03-29T22:00:00Z'));
    expect(startOfLocalDay('2026-04-24', 'Africa/Cairo')).toBe(Date.parse('2026-04-23T22:00:00Z'));
    expect(intervalsOfLocalDay('1970-01-01', 'UTC')).toEqual({ first: 0, count: 96 });
  });

  it('names the day of an instant', () => {
    expect(localDay(Date.parse('2026-03-28T22:59:59Z'), ZURICH)).toBe('2026-03-28');
    expect(localDay(Date.parse('2026-03-28T23:00:00Z'), ZURICH)).toBe('2026-03-29');
    expect(offsetMinutes(Date.parse('2026-03-29T00:59:59Z'), ZURICH)).toBe(60);
    expect(offsetMinutes(Date.parse('2026-03-29T01:00:00Z'), ZURICH)).toBe(120);
  });

  it('tiles time without gap or overlap, in every zone, and agrees with Intl on every clock', () => {
    const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2037, 0, 1) });
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (epochMs, timeZone) => {
        const day = localDay(epochMs, timeZone);
        expect(`${day}T`).toBe(`${clock(epochMs, timeZone).slice(0, 10)}T`);
        const quarter = Math.ceil(epochMs / INTERVAL_MS) * INTERVAL_MS;
        const { first, count } = intervalsOfLocalDay(localDay(quarter, timeZone), timeZone);
        expect(first).toBeLessThanOrEqual(intervalIndex(quarter));
        expect(intervalIndex(quarter)).toBeLessThan(first + count);
        expect(localDay(first * INTERVAL_MS - 1, timeZone) < localDay(quarter, timeZone)).toBe(true);
      }),
      { numRuns: 1000, examples: [[Date.parse('2026-10-25T00:30:00Z'), ZURICH]] },
    );
  });
});

describe('local clock times', () => {
  it.each([
    ['2026-10-25 01:45', '2026-10-24T23:45:00Z'],
    ['2026-10-25 03:00', '2026-10-25T02:00:00Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00Z'],
    ['2026-07-01 00:00', '2026-06-30T22:00:00Z'],
  ])('reads %s', (text, iso) => {
    expect(parseLocalDateTime(text, ZURICH)).toBe(Date.parse(iso));
  });

  it.each([
    ['2026-10-25 02:00', 'ambiguous'],
    ['2026-10-25 02:45', 'ambiguous'],
    ['2026-03-29 02:00', 'missing'],
    ['2026-03-29 02:45', 'missing'],
    ['2026-03-29 24:00', 'malformed'],
    ['2026-02-30 00:00', 'malformed'],
    ['2026-03-29 0:00', 'malformed'],
    ['2026-03-29 00:00:00', 'malformed'],
  ])('says that %s is %s', (text, answer) => {
    expect(parseLocalDateTime(text, ZURICH)).toBe(answer);
  });

  it('finds half-hour switches', () => {
    expect(parseLocalDateTime('2026-10-04 02:15', 'Australia/Lord_Howe')).toBe('missing');
    expect(parseLocalDateTime('2026-04-05 01:45', 'Australia/Lord_Howe')).toBe('ambiguous');
    expect(parseLocalDateTime('2026-04-05 01:15', 'Australia/Lord_Howe')).toBe(Date.parse('2026-04-04T14:15:00Z'));
  });

  it('gives back the instant a clock shows, or says why it cannot', () => {
    const minute = fc.integer({ min: Date.UTC(1995, 0, 1) / 60_000, max: Date.UTC(2036, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minute, fc.constantFrom(...ZONES), (minutes, timeZone) => {
        const answer = parseLocalDateTime(clock(minutes * 60_000, timeZone), timeZone);
        if (answer !== 'ambiguous') expect(answer).toBe(minutes * 60_000);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('days of the calendar', () => {
  it('steps over month and leap-year ends', () => {
    expect(nextDay('2024-02-28')).toBe('2024-02-29');
    expect(previousDay('2026-01-01')).toBe('2025-12-31');
    expect(addDays('2026-11-22', -365)).toBe('2025-11-22');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(startOfMonth('2026-11-22')).toBe('2026-11-01');
  });

  it('begins weeks on Monday', () => {
    expect(startOfWeek('2026-11-22')).toBe('2026-11-16');
    expect(startOfWeek('2026-11-16')).toBe('2026-11-16');
    expect(startOfWeek('1969-12-30')).toBe('1969-12-29');
  });

  it('refuses what is no day or no zone', () => {
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2026-02-28 ')).toBe(false);
    expect(() => nextDay('29.03.2026')).toThrow('"29.03.2026" is no day; days are written YYYY-MM-DD');
    expect(() => localDay(0, 'Europe/Atlantis')).toThrow('unknown time zone "Europe/Atlantis"');
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(isTimeZone(ZURICH)).toBe(true);
  });
});
