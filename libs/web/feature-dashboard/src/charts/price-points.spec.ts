import { pricePoints } from './price-points';

const timeZone = 'Europe/Zurich';

describe('pricePoints', () => {
  it('gives each day the band of its tariff, also the days to come, and no price where nothing was traded', () => {
    const range = {
      startMs: Date.parse('2025-12-29T23:00:00Z'),
      endMs: Date.parse('2026-01-02T23:00:00Z'),
      resolution: 'day' as const,
      timeZone,
    };
    const band = [
      { from: '2025-12-31T23:00:00Z', lowMicroPerKwh: 80_000, highMicroPerKwh: 162_400 },
      { from: '2025-01-31T23:00:00Z', lowMicroPerKwh: 72_000, highMicroPerKwh: 171_000 },
    ];
    const points = pricePoints({ points: [], band }, range);
    expect(points.map(({ lowMicroPerKwh }) => lowMicroPerKwh)).toEqual([72_000, 72_000, 80_000, 80_000]);
    expect(points.map(({ priceMicroPerKwh }) => priceMicroPerKwh)).toEqual([null, null, null, null]);
  });
});
