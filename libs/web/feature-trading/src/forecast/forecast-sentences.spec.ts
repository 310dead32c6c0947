import type { NodeForecast } from '@ceex/contracts';
import { accuracySentences, bestSentence, sumSentence } from './forecast-sentences';

const formats = {
  recent: (ms: number) => `day ${new Date(ms).toISOString().slice(11, 16)}`,
  moment: (ms: number) => new Date(ms).toISOString().slice(11, 16),
  share: (part: number, whole: number) => `${(part / whole) * 100} %`,
};
const hour = { start: '2026-11-22T11:00:00Z', surplusWh: 900, needWh: 100, producedWh: 1_000, price: null };
const forecast: NodeForecast = {
  nodeId: 7,
  timeZone: 'Europe/Zurich',
  currency: 'CHF',
  madeAt: '2026-11-22T10:10:00Z',
  days: 29,
  hours: [hour, { ...hour, start: '2026-11-22T12:00:00Z', surplusWh: 50 }],
  best: {
    start: '2026-11-22T11:00:00Z',
    end: '2026-11-22T13:00:00Z',
    reason: 'surplus',
    surplusWh: 950,
    middleMicroPerKwh: null,
  },
  yesterday: null,
};

describe('bestSentence', () => {
  const best = forecast.best!;

  it('names the hours, and the surplus in them', () => {
    expect(bestSentence(forecast, 0, formats)).toEqual({
      key: 'trading.forecast.best.surplus',
      plain: { from: 'day 11:00', to: '13:00' },
      energyWh: { energy: 950 },
    });
  });

  it('names the price where that is the reason', () => {
    const cheap = { ...forecast, best: { ...best, reason: 'price' as const, middleMicroPerKwh: 98_000 } };
    expect(bestSentence(cheap, 0, formats)).toMatchObject({
      key: 'trading.forecast.best.price',
      priceMicroPerKwh: { price: 98_000 },
    });
    expect(bestSentence({ ...forecast, best: { ...best, reason: 'price' } }, 0, formats).key).toMatch(/cheap$/);
  });

  it('says so where no hours stand out', () => {
    expect(bestSentence({ ...forecast, best: null }, 0, formats)).toEqual({ key: 'trading.forecast.best.none' });
  });
});

it('sums the hours, and speaks of what there is', () => {
  expect(sumSentence(forecast)).toEqual({ key: 'trading.forecast.sum.both', energyWh: { surplus: 950, need: 200 } });
  expect(sumSentence({ hours: [{ ...hour, surplusWh: 0 }] }).key).toBe('trading.forecast.sum.need');
  expect(sumSentence({ hours: [{ ...hour, needWh: 0 }] }).key).toBe('trading.forecast.sum.surplus');
});

it('tells how far yesterday was off, of what there was', () => {
  const accuracy = { forecastWh: 4_540, measuredWh: 4_447, meanErrorWh: 120, errorShare: 6_461 };
  const none = { forecastWh: 0, measuredWh: 0, meanErrorWh: 0, errorShare: null };
  const day = '2026-11-21';
  expect(accuracySentences({ day, surplus: accuracy, need: none }, formats)).toEqual([
    {
      key: 'trading.forecast.yesterday.surplusShare',
      energyWh: { forecast: 4_540, measured: 4_447, error: 120 },
      plain: { share: '64.61 %' },
    },
  ]);
  const guessed = { ...accuracy, measuredWh: 0, errorShare: null };
  expect(accuracySentences({ day, surplus: none, need: guessed }, formats)[0]?.key).toMatch(/yesterday\.need$/);
});
