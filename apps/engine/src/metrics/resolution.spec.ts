import { startOfLocalDay } from '@ceex/units';
import { bucketsOf } from './buckets';
import { resolutionFor } from './resolution';
import { parseRange, type TimeRange } from './time-range';

const ZONE = 'Europe/Zurich';
const days = (first: string, end: string): TimeRange => ({
  startMs: startOfLocalDay(first, ZONE),
  endMs: startOfLocalDay(end, ZONE),
});

describe('the resolution of an answer', () => {
  it.each([
    ['2026-10-24', '2026-10-26', 'interval'],
    ['2026-10-24', '2026-10-27', 'hour'],
    ['2026-10-19', '2026-11-02', 'hour'],
    ['2026-10-18', '2026-11-02', 'day'],
    ['2025-09-28', '2026-11-02', 'day'],
    ['2025-09-01', '2026-11-02', 'month'],
    ['2021-11-02', '2026-11-02', 'month'],
  ])('from %s to %s is by %s', (first, end, expected) => {
    expect(resolutionFor(days(first, end), undefined)).toBe(expected);
  });

  it('may be asked for up to 3 000 points', () => {
    const month = days('2026-10-01', '2026-11-01');
    expect(resolutionFor(month, 'interval')).toBe('interval');
    expect(bucketsOf(month, 'interval', ZONE)).toHaveLength(31 * 96 + 4);
    expect(() => resolutionFor(days('2026-10-01', '2026-11-02'), 'interval')).toThrow(/3076 points/);
    expect(() => resolutionFor(days('2021-11-02', '2026-11-02'), 'day')).not.toThrow();
  });
});

describe('buckets', () => {
  it('follow the clock of the community', () => {
    expect(bucketsOf(days('2026-10-25', '2026-10-26'), 'hour', ZONE)).toHaveLength(25);
    expect(bucketsOf(days('2026-03-29', '2026-03-30'), 'hour', ZONE)).toHaveLength(23);
    expect(bucketsOf(days('2026-03-01', '2026-05-01'), 'month', ZONE)).toEqual(
      ['2026-03-01', '2026-04-01'].map((day) => startOfLocalDay(day, ZONE)),
    );
    const india = { startMs: Date.parse('2026-01-01T00:00:00Z'), endMs: Date.parse('2026-01-01T01:00:00Z') };
    expect(bucketsOf(india, 'hour', 'Asia/Kolkata').map((ms) => new Date(ms).toISOString().slice(11, 16))).toEqual([
      '23:30',
      '00:30',
    ]);
  });

  it('hold no interval that begins before the range', () => {
    const range = { startMs: Date.parse('2026-10-20T10:07:00Z'), endMs: Date.parse('2026-10-20T10:31:00Z') };
    expect(bucketsOf(range, 'interval', ZONE).map((ms) => new Date(ms).toISOString().slice(11, 16))).toEqual([
      '10:15',
      '10:30',
    ]);
  });
});

describe('a range', () => {
  it('includes its last local day, and not its last instant', () => {
    expect(parseRange({ startDate: '2026-10-25', endDate: '2026-10-25' }, ZONE)).toEqual(
      days('2026-10-25', '2026-10-26'),
    );
    const noon = '2026-10-25T12:00:00+01:00';
    expect(parseRange({ startDate: '2026-10-25', endDate: noon }, ZONE).endMs).toBe(Date.parse(noon));
  });

  it('is at most five years long', () => {
    expect(() => parseRange({ startDate: '2022-01-01', endDate: '2026-12-31' }, ZONE)).not.toThrow();
    expect(() => parseRange({ startDate: '2021-12-01', endDate: '2026-12-31' }, ZONE)).toThrow();
  });
});
