import type { ForecastHour } from '@ceex/contracts';
import { formatInstant, INTERVAL_MS } from '@ceex/units';
import { bestHours } from './best-hours';
import { forecastAccuracy } from './forecast-accuracy';
import { hourReadings } from './hour-readings';
import { HOUR_MS, localHour } from './local-hours';
import { PriceBands } from './price-band';

const ZONE = 'Europe/Zurich';
const at = (text: string) => Date.parse(text);

describe('the hour of the week', () => {
  it.each([
    ['2026-06-01T10:00:00Z', 12, 0],
    ['2026-06-07T21:30:00Z', 23, 6],
    ['2026-06-07T22:00:00Z', 0, 0],
    ['2026-12-31T23:00:00Z', 0, 4],
  ])('of %s', (instant, hour, weekday) => {
    expect(localHour(at(instant), ZONE)).toEqual({ hour, weekday });
  });
});

describe('the readings of an hour', () => {
  it('are those of its four quarters, or none', () => {
    const rows = Array.from({ length: 7 }, (_, quarter) => ({
      startsAt: new Date(at('2026-06-01T10:00:00Z') + quarter * INTERVAL_MS),
      importWh: 10,
      exportWh: 30,
      productionWh: quarter === 0 ? null : 50,
    }));
    expect(hourReadings(rows, ZONE)).toEqual([
      expect.objectContaining({ hour: 12, importWh: 40, exportWh: 120, productionWh: 150, usedWh: 70 }),
    ]);
  });
});

describe('the band of prices', () => {
  const monday = at('2026-06-01T10:00:00Z');
  const past = Array.from({ length: 11 }, (_, n) => ({
    startMs: monday + n * 24 * HOUR_MS,
    priceMicroPerKwh: 100_000 + n * 1_000,
  }));

  it('holds four of five prices of such hours', () => {
    const workdays = past.filter((_, n) => n % 7 < 5);
    expect(workdays).toHaveLength(9);
    expect(new PriceBands(past, ZONE).at(monday + 14 * 24 * HOUR_MS)).toEqual({
      lowMicroPerKwh: 100_800,
      middleMicroPerKwh: 104_000,
      highMicroPerKwh: 109_200,
    });
  });

  it('is none at hours with hardly a price', () => {
    const bands = new PriceBands(past, ZONE);
    expect(bands.at(at('2026-06-13T10:00:00Z'))).toBeNull();
    expect(bands.at(monday + HOUR_MS)).toBeNull();
  });
});

describe('the best hours', () => {
  const hours = (surplus: number[], prices: (number | null)[] = []): ForecastHour[] =>
    surplus.map((surplusWh, n) => {
      const middle = prices[n] ?? null;
      return {
        start: formatInstant(at('2026-06-01T06:00:00Z') + n * HOUR_MS),
        surplusWh,
        needWh: 0,
        producedWh: 0,
        price: middle === null ? null : { lowMicroPerKwh: middle, middleMicroPerKwh: middle, highMicroPerKwh: middle },
      };
    });

  it('are those of most surplus, the sooner of two that are alike', () => {
    expect(bestHours(hours([0, 500, 900, 900, 500, 900, 900, 500]))).toEqual({
      start: '2026-06-01T07:00:00Z',
      end: '2026-06-01T10:00:00Z',
      reason: 'surplus',
      surplusWh: 2_300,
      middleMicroPerKwh: null,
    });
  });

  it('are those of the lowest price, where the house has too little', () => {
    expect(bestHours(hours([0, 100, 0, 0, 0], [200, 180, 150, 150, 150]))).toMatchObject({
      start: '2026-06-01T08:00:00Z',
      reason: 'price',
      middleMicroPerKwh: 150,
    });
  });

  it('are none where no hour stands out, or none is known', () => {
    expect(bestHours(hours([0, 0, 0, 0], [200, 200, 199, 200]))).toBeNull();
    expect(bestHours(hours([0, 0, 0, 0], [200, null, 100, 100]))).toBeNull();
    expect(bestHours(hours([5_000, 5_000]))).toBeNull();
    expect(bestHours([])).toBeNull();
  });
});

describe('how good a forecast was', () => {
  it('counts every hour: what was too much here does not make good what was too little there', () => {
    expect(
      forecastAccuracy([
        { forecastWh: 100, measuredWh: 200 },
        { forecastWh: 300, measuredWh: 200 },
      ]),
    ).toEqual({ forecastWh: 400, measuredWh: 400, meanErrorWh: 100, errorShare: 5_000 });
  });

  it('has no share of nothing', () => {
    expect(forecastAccuracy([{ forecastWh: 10, measuredWh: 0 }])).toMatchObject({ meanErrorWh: 10, errorShare: null });
    expect(forecastAccuracy([])).toEqual({ forecastWh: 0, measuredWh: 0, meanErrorWh: 0, errorShare: null });
  });
});
