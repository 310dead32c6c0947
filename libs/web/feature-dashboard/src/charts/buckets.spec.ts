import type { MetricsPoint } from '@ceex/contracts';
import { bucketsOf, coarsen } from './buckets';

const timeZone = 'Europe/Zurich';
const at = (instant: string) => Date.parse(instant);

function point(start: string, wh: number): MetricsPoint {
  return {
    start,
    intervals: 4,
    usedWh: 3 * wh,
    producedWh: 3 * wh,
    selfConsumedWh: wh,
    soldLocalWh: wh,
    boughtLocalWh: wh,
    soldUtilityWh: wh,
    boughtUtilityWh: wh,
    revenueNano: 0,
    costNano: 0,
    localRevenueNano: 0,
    localEnergyCostNano: 0,
    utilityAloneRevenueNano: 0,
    utilityAloneCostNano: 0,
    localPriceMicroPerKwh: null,
  };
}

/** The week in which the clocks go back: its Sunday has 25 hours. */
const week = { startMs: at('2026-10-18T22:00:00Z'), endMs: at('2026-10-25T23:00:00Z'), timeZone };

describe('bucketsOf', () => {
  it('has a bucket for every day, also for those to come', () => {
    const buckets = bucketsOf({ ...week, resolution: 'day' }, [point('2026-10-18T22:00:00Z', 5)]);
    expect(buckets.map(({ energy }) => energy?.selfConsumedWh ?? null)).toEqual([
      5,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(buckets.at(-1)).toMatchObject({ startMs: at('2026-10-24T22:00:00Z'), endMs: week.endMs });
  });

  it('has a bucket for every hour of a longer day', () => {
    expect(bucketsOf({ ...week, resolution: 'hour' }, [])).toHaveLength(7 * 24 + 1);
  });

  it('cuts the months at the ends of the range', () => {
    const range = { startMs: at('2026-09-14T22:00:00Z'), endMs: at('2026-11-22T23:00:00Z'), timeZone };
    const starts = bucketsOf({ ...range, resolution: 'month' }, []).map(({ startMs }) =>
      new Date(startMs).toISOString(),
    );
    expect(starts).toEqual(['2026-09-14T22:00:00.000Z', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z']);
  });
});

describe('coarsen', () => {
  it('sums hours to days, exactly', () => {
    const hours = bucketsOf({ ...week, resolution: 'hour' }, []).map((bucket, index) => ({
      ...bucket,
      energy: index < 169 ? point('2026-10-18T22:00:00Z', 1) : null,
    }));
    const days = coarsen(hours, 'day', timeZone);
    expect(days.map(({ energy }) => energy?.boughtLocalWh)).toEqual([24, 24, 24, 24, 24, 24, 25]);
    expect(days.map(({ endMs }) => endMs).at(-1)).toBe(week.endMs);
  });

  it('keeps what there is of a day that is not over, and nothing for a day to come', () => {
    const hours = bucketsOf({ ...week, resolution: 'hour' }, [point('2026-10-18T22:00:00Z', 7)]);
    const days = coarsen(hours, 'day', timeZone);
    expect(days.map(({ energy }) => energy?.soldUtilityWh ?? null)).toEqual([7, null, null, null, null, null, null]);
  });
});
