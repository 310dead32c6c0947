import { daysOf, readRange, type RangeName } from '../range/dashboard-range';
import { isComparable, periodBefore } from './period-before';

const zone = 'Europe/Zurich';
/** Sunday, 22 November 2026, 15:00 in Zürich. */
const now = Date.parse('2026-11-22T14:00:00Z');

function before(name: RangeName, until = now, from?: string, to?: string) {
  const choice = readRange(name, from, to);
  const { startMs, endMs, whole } = periodBefore(choice.name, daysOf(choice, now, zone), until, zone);
  return { from: new Date(startMs).toISOString(), to: new Date(endMs).toISOString(), whole };
}

describe('the period before', () => {
  it('is yesterday up to the same time', () => {
    expect(before('today')).toEqual({
      from: '2026-11-20T23:00:00.000Z',
      to: '2026-11-21T14:00:00.000Z',
      whole: false,
    });
  });

  it('is the week before up to the same day and time', () => {
    expect(before('current-week')).toEqual({
      from: '2026-11-08T23:00:00.000Z',
      to: '2026-11-15T14:00:00.000Z',
      whole: false,
    });
  });

  it('is the month before, whole where the month is over', () => {
    expect(before('last-month')).toEqual({
      from: '2026-08-31T22:00:00.000Z',
      to: '2026-09-30T22:00:00.000Z',
      whole: true,
    });
    expect(before('current-month')).toMatchObject({ from: '2026-09-30T22:00:00.000Z', to: '2026-10-22T13:00:00.000Z' });
  });

  it('ends with its own last day where that comes first', () => {
    const end = Date.parse('2026-03-30T10:00:00Z');
    const march = daysOf({ name: 'current-month' }, end, zone);
    const { endMs } = periodBefore('current-month', march, end, zone);
    expect(new Date(endMs).toISOString()).toBe('2026-02-28T23:00:00.000Z');
  });

  it('has as many days as those of one’s own choice', () => {
    expect(before('custom', now, '2026-10-24', '2026-10-26')).toEqual({
      from: '2026-10-20T22:00:00.000Z',
      to: '2026-10-23T22:00:00.000Z',
      whole: true,
    });
  });

  it('is the year before the year that ends today', () => {
    expect(before('last-year')).toMatchObject({ from: '2024-11-22T23:00:00.000Z', to: '2025-11-22T14:00:00.000Z' });
  });
});

describe('isComparable', () => {
  it('takes a short month beside a long one, and no half year beside a whole', () => {
    expect(isComparable(28 * 96, 31 * 96)).toBe(true);
    expect(isComparable(182 * 96, 365 * 96)).toBe(false);
    expect(isComparable(0, 0)).toBe(false);
  });
});
