import type { Strategy, Tariff } from '@ceex/contracts';
import fc from 'fast-check';
import { meteredInterval, strategiesOf, TARIFF, villageMarket } from '../testing/market-village';
import { clearInterval } from './clear-interval';

const handle = fc.option(fc.integer({ min: 0, max: 300_000 }));
const strategy: fc.Arbitrary<Strategy> = fc.record({
  kind: fc.constantFrom('never-lose', 'market-benefit', 'flexibility'),
  lowestSellMicroPerKwh: handle,
  highestPayMicroPerKwh: handle,
  flexibilityMicroPerKwh: handle,
});
const wh = fc.integer({ min: 0, max: 3_000 });
const household = fc.record({
  strategy,
  metered: fc.oneof(fc.tuple(wh, fc.constant(0)), fc.tuple(fc.constant(0), wh), fc.tuple(wh, wh)),
});
const price = fc.integer({ min: 0, max: 200_000 });
const tariff: fc.Arbitrary<Tariff> = fc.record({
  validFrom: fc.constant('2026-01-01'),
  retailMicroPerKwh: price,
  gridUsageMicroPerKwh: price,
  leviesMicroPerKwh: price,
  // Also more than any neighbour's kWh is worth.
  feedInMicroPerKwh: price,
  discountSameLevel: fc.integer({ min: 0, max: 10_000 }),
  discountAcrossTransformer: fc.constant(0),
  vat: fc.constant(810),
});
const grid = fc.record({
  feeUp: fc.integer({ min: 0, max: 20_000 }),
  feeDown: fc.integer({ min: 0, max: 20_000 }),
  capacityWh: fc.option(fc.integer({ min: 0, max: 2_000 })),
});
const rules = fc.record({
  pricing: fc.constantFrom('nodal', 'midpoint'),
  k: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** What the utility alone would have brought (negative: cost) for a reading. */
function aloneNano([importWh, exportWh]: readonly [number, number], at: Tariff): number {
  const supply = at.retailMicroPerKwh + at.gridUsageMicroPerKwh + at.leviesMicroPerKwh;
  return exportWh * at.feedInMicroPerKwh - importWh * supply;
}

describe('an interval that is cleared and settled', () => {
  it('leaves no household worse off than the utility alone, whatever tariff, grid, strategies and readings', () => {
    fc.assert(
      fc.property(
        fc.array(household, { minLength: 1, maxLength: 9 }),
        tariff,
        grid,
        rules,
        (houses, at, edges, how) => {
          const community = villageMarket(houses.length, edges, how, at);
          const strategies = strategiesOf(houses.map((house) => house.strategy));
          const { postings } = clearInterval(
            community,
            strategies,
            meteredInterval(houses.map(({ metered }) => metered)),
          );
          for (const [index, { metered }] of houses.entries()) {
            const account = 110 + index;
            const balance = postings.filter((posting) => posting.account === account);
            const amountNano = balance.reduce((sum, posting) => sum + posting.amountNano, 0);
            expect(amountNano).toBeGreaterThanOrEqual(aloneNano(metered, at));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives and takes exactly what the meters counted, and every kind sums to zero', () => {
    fc.assert(
      fc.property(fc.array(household, { minLength: 1, maxLength: 9 }), grid, rules, (houses, edges, how) => {
        const community = villageMarket(houses.length, edges, how, TARIFF);
        const strategies = strategiesOf(houses.map((house) => house.strategy));
        const { postings } = clearInterval(
          community,
          strategies,
          meteredInterval(houses.map(({ metered }) => metered)),
        );
        for (const [index, { metered }] of houses.entries()) {
          const energyWh = postings
            .filter(({ account }) => account === 110 + index)
            .reduce((sum, posting) => sum + posting.energyWh, 0);
          expect(energyWh).toBe(metered[1] - metered[0]);
        }
        for (const kind of [1, 2, 3, 4]) {
          const ofKind = postings.filter((posting) => posting.kind === kind);
          expect(ofKind.reduce((sum, { energyWh }) => sum + energyWh, 0)).toBe(0);
          expect(ofKind.reduce((sum, { amountNano }) => sum + amountNano, 0)).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
