import { LOCAL_RANGES } from '@ceex/units';
import { daysOf, metricsQuery, readRange, type RangeChoice } from './dashboard-range';
import { isStale } from './freshness';

const zone = 'Europe/Zurich';
/** 00:30 on Monday, 23 November in Zürich; still Sunday in UTC. */
const now = Date.parse('2026-11-22T23:30:00Z');
const query = (choice: RangeChoice) => metricsQuery(daysOf(choice, now, zone));
const custom = (from?: string, to?: string) => readRange('custom', from, to);

describe('the range of the dashboard', () => {
  it('is the one in the address, else the current week', () => {
    expect(LOCAL_RANGES.map((name) => readRange(name).name)).toEqual(LOCAL_RANGES);
    expect(readRange(undefined)).toEqual({ name: 'current-week' });
    expect(readRange('last-century')).toEqual({ name: 'current-week' });
  });

  it('is of one’s own choice with two days of which the second is not before the first', () => {
    const choice = { name: 'custom', from: '2026-10-01', to: '2026-10-14' };
    expect(custom('2026-10-01', '2026-10-14')).toEqual(choice);
    expect(custom('2026-10-01', '2026-10-01').name).toBe('custom');
    expect(custom('2024-01-01', '2024-12-31').name).toBe('custom');
  });

  it.each([
    ['2026-10-14', '2026-10-01'],
    ['2026-10-01', '2026-02-30'],
    ['2026-10-01', undefined],
    ['1 Oct', '2 Oct'],
    ['2025-01-01', '2026-01-02'],
  ])('is the current week where the days from %s to %s are none to show', (from, to) => {
    expect(custom(from, to)).toEqual({ name: 'current-week' });
  });

  it('asks for whole days of the community, the last one included', () => {
    expect(query({ name: 'today' })).toMatchObject({ startDate: '2026-11-23', endDate: '2026-11-23' });
    expect(query({ name: 'current-week' })).toMatchObject({ startDate: '2026-11-23', endDate: '2026-11-29' });
    expect(query({ name: 'current-month' })).toMatchObject({ startDate: '2026-11-01', endDate: '2026-11-30' });
    expect(query({ name: 'last-month' })).toMatchObject({ startDate: '2026-10-01', endDate: '2026-10-31' });
    expect(query({ name: 'last-3-months' })).toMatchObject({ startDate: '2026-08-24', endDate: '2026-11-23' });
    expect(query({ name: 'last-year' })).toMatchObject({ startDate: '2025-11-24', endDate: '2026-11-23' });
    expect(query(custom('2026-10-01', '2026-10-14'))).toMatchObject({
      startDate: '2026-10-01',
      endDate: '2026-10-14',
    });
  });

  it('asks for as many points as bars can be told apart', () => {
    const resolutions = LOCAL_RANGES.map((name) => query({ name }).resolution);
    expect(resolutions).toEqual(['interval', 'hour', 'day', 'day', 'day', 'month']);
    expect(query(custom('2026-10-01', '2026-10-14')).resolution).toBe('hour');
    expect(query(custom('2026-10-01', '2026-10-15')).resolution).toBe('day');
  });
});

describe('isStale', () => {
  const hour = 3_600_000;

  it('tells of figures that should be there by now', () => {
    expect(isStale(now - 2 * hour, now + 24 * hour, now)).toBe(true);
    expect(isStale(now - hour / 2, now + 24 * hour, now)).toBe(false);
  });

  it('does not care for what comes after the range', () => {
    expect(isStale(now - 2 * hour, now - 2 * hour, now)).toBe(false);
    expect(isStale(now - 3 * hour, now - 2 * hour, now)).toBe(true);
  });
});
