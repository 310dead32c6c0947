import { historyAnswer } from '../testing/history-answer';
import { historyBuckets } from './history-buckets';

describe('historyBuckets', () => {
  it('has each day of the range, also those without a clearing', () => {
    const { by, buckets } = historyBuckets(historyAnswer());
    expect(by).toBe('day');
    expect(buckets.map(({ day, tradedWh, priceMicroPerKwh }) => [day, tradedWh, priceMicroPerKwh])).toEqual([
      ['2026-11-20', 6_000, 130_000],
      ['2026-11-21', 0, null],
      ['2026-11-22', 2_000, 170_000],
    ]);
  });

  it('has months where there are too many days, their price weighted by what was traded', () => {
    const { by, buckets } = historyBuckets(historyAnswer({ startDate: '2026-07-14' }));
    expect(by).toBe('month');
    expect(buckets.map(({ day }) => day)).toEqual([
      '2026-07-01',
      '2026-08-01',
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
    ]);
    expect(buckets.at(-1)).toMatchObject({ tradedWh: 8_000, priceMicroPerKwh: 140_000, intervalsWithTrade: 39 });
  });
});
