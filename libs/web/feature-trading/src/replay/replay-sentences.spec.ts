import type { ReplayTotals } from '@ceex/contracts';
import { betterOffNano, differenceSentence, replaySentences } from './replay-sentences';

/** 212 kWh sold for CHF 31.40 where the utility pays 6 Rp., 120 kWh bought 3.10 cheaper in all. */
const totals: ReplayTotals = {
  intervals: 2_880,
  usedWh: 400_000,
  producedWh: 350_000,
  selfConsumedWh: 130_000,
  soldLocalWh: 212_000,
  boughtLocalWh: 120_000,
  soldUtilityWh: 8_000,
  boughtUtilityWh: 150_000,
  revenueNano: 31_880_000_000,
  costNano: 60_000_000_000,
  localRevenueNano: 31_400_000_000,
  localEnergyCostNano: 14_000_000_000,
  utilityAloneRevenueNano: 13_200_000_000,
  utilityAloneCostNano: 63_100_000_000,
  unsoldWh: 8_000,
  unboughtWh: 150_000,
};
const both = { sells: true, buys: true };
const keys = (changed: Partial<ReplayTotals>, sides = both) =>
  replaySentences({ ...totals, ...changed }, sides).map(({ key }) => key.replace('trading.replay.', ''));

describe('replaySentences', () => {
  it('names energy, money and the gain of each side', () => {
    const [sold, bought] = replaySentences(totals, both);
    expect(sold).toEqual({
      key: 'trading.replay.sold.part',
      energyWh: { traded: 212_000, rest: 8_000 },
      moneyNano: { money: 31_400_000_000, more: 18_680_000_000 },
    });
    expect(bought).toEqual({
      key: 'trading.replay.bought.part',
      energyWh: { traded: 120_000, rest: 150_000 },
      moneyNano: { money: 14_000_000_000, less: 3_100_000_000 },
    });
  });

  it('speaks only of the sides a household has', () => {
    expect(keys({}, { sells: true, buys: false })).toEqual(['sold.part']);
    expect(keys({}, { sells: false, buys: true })).toEqual(['bought.part']);
  });

  it.each([
    [{ unsoldWh: 0, unboughtWh: 0 }, ['sold.all', 'bought.all']],
    [{ revenueNano: 13_204_000_000, costNano: 63_099_000_000 }, ['sold.partEven', 'bought.partEven']],
    [{ soldLocalWh: 0, boughtLocalWh: 0 }, ['sold.none', 'bought.none']],
    [{ soldLocalWh: 0, unsoldWh: 0, boughtLocalWh: 0, unboughtWh: 0 }, ['sold.nothing', 'bought.nothing']],
  ])('has words for %j', (changed, expected) => {
    expect(keys(changed)).toEqual(expected);
  });
});

describe('betterOffNano', () => {
  it('is what both sides gain', () => {
    expect(betterOffNano(totals)).toBe(18_680_000_000 + 3_100_000_000);
  });
});

describe('differenceSentence', () => {
  it.each([
    [1_000_000_000, 'more'],
    [-1_000_000_000, 'less'],
    [0, 'same'],
    [4_000_000, 'same'],
  ])('tells %i nCHF as "%s"', (difference, key) => {
    const proposed = { ...totals, revenueNano: totals.revenueNano + difference };
    expect(differenceSentence(proposed, totals)).toEqual({
      key: `trading.replay.difference.${key}`,
      moneyNano: { money: Math.abs(difference) },
    });
  });
});
