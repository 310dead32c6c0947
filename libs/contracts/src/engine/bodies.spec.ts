import { household, tariff } from './community';
import { strategy } from './node';

const STRATEGY = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: 80_000,
  highestPayMicroPerKwh: null,
  flexibilityMicroPerKwh: null,
} as const;
const TARIFF = {
  validFrom: '2026-01-01',
  retailMicroPerKwh: 130_000,
  gridUsageMicroPerKwh: 81_000,
  leviesMicroPerKwh: 30_300,
  feedInMicroPerKwh: 60_000,
  discountSameLevel: 4_000,
  discountAcrossTransformer: 2_000,
  vat: 810,
};

/** Where a schema finds fault with a value. */
function faults(schema: typeof strategy | typeof tariff | typeof household, value: unknown): string[] {
  return (schema.safeParse(value).error?.issues ?? []).map(({ path, code }) => path.join('.') || code);
}

describe('bodies', () => {
  it('takes a strategy as it is, and nothing beside it', () => {
    expect(strategy.parse(STRATEGY)).toEqual(STRATEGY);
    expect(faults(strategy, { ...STRATEGY, nodeId: 3 })).toEqual(['unrecognized_keys']);
  });

  it('names the field that is wrong', () => {
    expect(faults(strategy, { ...STRATEGY, kind: 'greedy' })).toEqual(['kind']);
    expect(faults(strategy, { ...STRATEGY, lowestSellMicroPerKwh: -1 })).toEqual(['lowestSellMicroPerKwh']);
    expect(faults(tariff, { ...TARIFF, discountSameLevel: 10_001 })).toEqual(['discountSameLevel']);
    expect(faults(tariff, { ...TARIFF, validFrom: '2026-02-30' })).toEqual(['validFrom']);
  });

  it('knows a metering point', () => {
    const home = { node: 'H01', pvSystems: [], batteries: [], strategy: STRATEGY };
    expect(faults(household, { ...home, meteringPoint: 'CH1099990123450000000000000000001' })).toEqual([]);
    expect(faults(household, { ...home, meteringPoint: null })).toEqual([]);
    expect(faults(household, { ...home, meteringPoint: 'CH10999901234' })).toEqual(['meteringPoint']);
  });
});
