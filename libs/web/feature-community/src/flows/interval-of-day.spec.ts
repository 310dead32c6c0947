import { smallFlows } from '../testing/small-grid';
import { firstToShow, intervalsOfDay } from './interval-of-day';

const timeZone = 'Europe/Zurich';

describe('the intervals of a day', () => {
  it.each([
    ['2026-11-22', 96],
    ['2026-03-29', 92],
    ['2026-10-25', 100],
  ])('on %s are %d', (day, count) => {
    expect(intervalsOfDay(day, timeZone, undefined)).toHaveLength(count);
  });

  it('know which of them were cleared', () => {
    const cleared = intervalsOfDay('2026-11-22', timeZone, smallFlows()).filter(({ index }) => index >= 0);
    expect(cleared.map(({ index, tradedWh }) => [index, tradedWh])).toEqual([
      [0, 3_000],
      [1, 0],
    ]);
    expect(cleared[0]?.startMs).toBe(Date.parse('2026-11-22T12:00:00Z'));
  });

  it('begin with the last cleared one of a day that goes on', () => {
    expect(firstToShow(intervalsOfDay('2026-11-22', timeZone, smallFlows()))).toBe(53);
  });

  it('begin with the busiest one of a day that is over, and with the first of an empty one', () => {
    const start = Date.parse('2026-11-20T23:00:00Z');
    const intervals = Array.from({ length: 96 }, (_, at) => ({
      start: new Date(start + at * 900_000).toISOString(),
      tradedWh: at === 50 ? 10 : 1,
      priceMicroPerKwh: 1,
    }));
    expect(firstToShow(intervalsOfDay('2026-11-21', timeZone, smallFlows({ intervals })))).toBe(50);
    expect(firstToShow(intervalsOfDay('2026-11-21', timeZone, undefined))).toBe(0);
  });
});
