import type { Strategy } from '@ceex/contracts';
import { strategyLimits } from './strategy-limits';

const RULER = { low: 60_000, high: 160_000, reducedGridUsage: 48_600 };

function strategy(kind: Strategy['kind'], lowest: number | null, highest: number | null, more: number | null = null) {
  return {
    kind,
    lowestSellMicroPerKwh: lowest,
    highestPayMicroPerKwh: highest,
    flexibilityMicroPerKwh: more,
  } satisfies Strategy;
}

describe('strategyLimits', () => {
  it('never-lose without handles stands at the ends of the ruler', () => {
    expect(strategyLimits(strategy('never-lose', null, null), RULER)).toMatchObject({
      lowestSell: 60_000,
      highestPay: 160_000,
    });
  });

  it('never-lose keeps handles within the ruler', () => {
    expect(strategyLimits(strategy('never-lose', 90_000, 120_000), RULER)).toMatchObject({
      lowestSell: 90_000,
      highestPay: 120_000,
    });
    expect(strategyLimits(strategy('never-lose', 10, 999_999), RULER)).toMatchObject({
      lowestSell: 60_000,
      highestPay: 160_000,
    });
    expect(strategyLimits(strategy('never-lose', 999_999, 10), RULER)).toMatchObject({
      lowestSell: 160_000,
      highestPay: 60_000,
    });
  });

  it('market-benefit takes every price of the ruler, whatever the handles', () => {
    expect(strategyLimits(strategy('market-benefit', 150_000, 70_000), RULER)).toMatchObject({
      lowestSell: 60_000,
      highestPay: 160_000,
    });
  });

  it('flexibility wants more for what can be moved, within the ruler', () => {
    expect(strategyLimits(strategy('flexibility', 90_000, 120_000, 20_000), RULER)).toEqual({
      lowestSell: 90_000,
      highestPay: 120_000,
      flexibleLowestSell: 110_000,
      flexibleHighestPay: 100_000,
    });
    expect(strategyLimits(strategy('flexibility', 150_000, 70_000, 20_000), RULER)).toMatchObject({
      flexibleLowestSell: 160_000,
      flexibleHighestPay: 60_000,
    });
  });

  it('where feed-in pays more than a neighbour can, asks stand above bids', () => {
    const empty = { low: 200_000, high: 160_000, reducedGridUsage: 0 };
    const limits = strategyLimits(strategy('never-lose', 10, 999_999), empty);
    expect(limits.lowestSell).toBe(200_000);
    expect(limits.highestPay).toBe(160_000);
  });
});
