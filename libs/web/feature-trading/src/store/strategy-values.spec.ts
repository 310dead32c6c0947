import type { Strategy } from '@ceex/contracts';
import { plainStrategy, sameStrategy, strategyOfKind } from './strategy-values';

const ruler = { lowMicroPerKwh: 60_000, highMicroPerKwh: 162_400 };
const strategy: Strategy = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: 90_000,
  highestPayMicroPerKwh: 150_000,
  flexibilityMicroPerKwh: null,
};

describe('plainStrategy', () => {
  it('keeps limits inside the ruler', () => {
    expect(plainStrategy(strategy, ruler)).toEqual(strategy);
  });

  it('lets a limit at its end follow the tariff', () => {
    const atEnds = { ...strategy, lowestSellMicroPerKwh: 60_000, highestPayMicroPerKwh: 162_400 };
    expect(plainStrategy(atEnds, ruler)).toEqual({
      ...strategy,
      lowestSellMicroPerKwh: null,
      highestPayMicroPerKwh: null,
    });
  });

  it('drops the price of flexibility from other strategies', () => {
    const flexible = { ...strategy, flexibilityMicroPerKwh: 20_000 };
    expect(plainStrategy(flexible, ruler).flexibilityMicroPerKwh).toBeNull();
    expect(plainStrategy({ ...flexible, kind: 'flexibility' }, ruler).flexibilityMicroPerKwh).toBe(20_000);
  });
});

describe('sameStrategy', () => {
  it.each<Partial<Strategy>>([
    { kind: 'market-benefit' },
    { lowestSellMicroPerKwh: 91_000 },
    { highestPayMicroPerKwh: null },
    { flexibilityMicroPerKwh: 1_000 },
  ])('sees %j', (change) => {
    expect(sameStrategy(strategy, { ...strategy })).toBe(true);
    expect(sameStrategy(strategy, { ...strategy, ...change })).toBe(false);
  });
});

describe('strategyOfKind', () => {
  it('keeps the limits for what uses them, and has none for a price taker', () => {
    expect(strategyOfKind(strategy, 'flexibility', ruler)).toEqual({ ...strategy, kind: 'flexibility' });
    expect(strategyOfKind(strategy, 'market-benefit', ruler)).toEqual({
      kind: 'market-benefit',
      lowestSellMicroPerKwh: null,
      highestPayMicroPerKwh: null,
      flexibilityMicroPerKwh: null,
    });
  });
});
