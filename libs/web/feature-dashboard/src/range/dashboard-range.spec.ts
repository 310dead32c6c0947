import { LOCAL_RANGES, localRange } from '@ceex/units';
import { metricsQuery, readRange } from './dashboard-range';
import { isStale } from './freshness';

const zone = 'Europe/Zurich';
/** 00:30 on Monday, 23 November in Zürich; still Sunday in UTC. */
const now = Date.parse('2026-11-22T23:30:00Z');
const query = (name: (typeof LOCAL_RANGES)[number]) => metricsQuery(12, name, localRange(name, now, zone));

describe('the range of the dashboard', () => {
  it('is the one in the address, else the current week', () => {
    expect(LOCAL_RANGES.map(readRange)).toEqual(LOCAL_RANGES);
    expect(readRange(undefined)).toBe('current-week');
    expect(readRange('last-century')).toBe('current-week');
  });

  it('asks for whole days of the community, the last one included', () => {
    expect(query('current-week')).toMatchObject({ nodeId: 12, firstDay: '2026-11-23', lastDay: '2026-11-29' });
    expect(query('current-month')).toMatchObject({ firstDay: '2026-11-01', lastDay: '2026-11-30' });
    expect(query('last-month')).toMatchObject({ firstDay: '2026-10-01', lastDay: '2026-10-31' });
    expect(query('last-3-months')).toMatchObject({ firstDay: '2026-08-24', lastDay: '2026-11-23' });
    expect(query('last-year')).toMatchObject({ firstDay: '2025-11-24', lastDay: '2026-11-23' });
  });

  it('asks for as many points as bars can be told apart', () => {
    expect(LOCAL_RANGES.map((name) => query(name).resolution)).toEqual(['hour', 'day', 'day', 'day', 'month']);
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
