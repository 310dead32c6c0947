import type { Tariff } from '@ceex/contracts';
import { priceRuler } from './price-ruler';

const TARIFF: Tariff = {
  validFrom: '2026-01-01',
  retailMicroPerKwh: 130_000,
  gridUsageMicroPerKwh: 81_000,
  leviesMicroPerKwh: 30_300,
  feedInMicroPerKwh: 60_000,
  discountSameLevel: 4_000,
  discountAcrossTransformer: 2_000,
  vat: 810,
};

describe('priceRuler', () => {
  it('runs from feed-in to retail and the grid usage saved', () => {
    expect(priceRuler(TARIFF, 'same-level')).toEqual({ low: 60_000, high: 162_400, reducedGridUsage: 48_600 });
    expect(priceRuler(TARIFF, 'across-transformer')).toEqual({ low: 60_000, high: 146_200, reducedGridUsage: 64_800 });
  });

  it('rounds the discount down once, so that saving and charge add up to the grid usage', () => {
    const odd = { ...TARIFF, gridUsageMicroPerKwh: 7, discountSameLevel: 3_333 };
    const ruler = priceRuler(odd, 'same-level');
    expect(ruler).toEqual({ low: 60_000, high: 130_002, reducedGridUsage: 5 });
    expect(ruler.high - odd.retailMicroPerKwh + ruler.reducedGridUsage).toBe(odd.gridUsageMicroPerKwh);
  });
});
