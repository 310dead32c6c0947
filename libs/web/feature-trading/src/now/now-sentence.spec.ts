import type { PriceRuler } from '@ceex/contracts';
import { energyRows } from './energy-rows';
import { comparison, nowSentence, type NowInterval } from './now-sentence';

const interval: NowInterval = {
  start: '2026-06-21T12:00:00Z',
  end: '2026-06-21T12:15:00Z',
  version: 1,
  quality: 'measured',
  usedWh: 180,
  producedWh: 790,
  selfConsumedWh: 180,
  soldLocalWh: 380,
  boughtLocalWh: 0,
  soldUtilityWh: 230,
  boughtUtilityWh: 0,
  priceMicroPerKwh: 118_000,
  orders: [],
};
const consumer = { ...interval, producedWh: 0, selfConsumedWh: 0, soldLocalWh: 0, soldUtilityWh: 0 };
const ruler = { lowMicroPerKwh: 60_000, utilityMicroPerKwh: 241_300, localChargesMicroPerKwh: 78_900 } as PriceRuler;

describe('nowSentence', () => {
  it('says what was sold, and at which price', () => {
    expect(nowSentence(interval)).toEqual({
      key: 'trading.now.sold',
      energyWh: { energy: 380 },
      priceMicroPerKwh: { price: 118_000 },
    });
  });

  it.each<[string, NowInterval]>([
    ['soldNoPrice', { ...interval, priceMicroPerKwh: null }],
    ['soldAndBought', { ...interval, boughtLocalWh: 10 }],
    ['bought', { ...consumer, boughtLocalWh: 250 }],
    ['soldUtility', { ...interval, soldLocalWh: 0 }],
    ['boughtUtility', { ...consumer, boughtUtilityWh: 180 }],
    ['ownOnly', { ...interval, soldLocalWh: 0, soldUtilityWh: 0 }],
    ['nothing', { ...consumer, usedWh: 0 }],
  ])('has words for "%s"', (key, given) => {
    expect(nowSentence(given).key).toBe(`trading.now.${key}`);
  });
});

describe('comparison', () => {
  it('sets a seller’s price beside the feed-in price', () => {
    expect(comparison(interval, ruler)?.priceMicroPerKwh).toEqual({ price: 118_000, utility: 60_000 });
  });

  it('adds grid usage and levies to a buyer’s price', () => {
    const bought = { ...consumer, boughtLocalWh: 250 };
    expect(comparison(bought, ruler)?.priceMicroPerKwh).toEqual({ total: 196_900, utility: 241_300 });
  });

  it('compares nothing without a trade', () => {
    expect(comparison(consumer, ruler)).toBeNull();
    expect(comparison({ ...interval, priceMicroPerKwh: null }, ruler)).toBeNull();
  });
});

describe('energyRows', () => {
  const texts = { used: 'u', produced: 'p', own: 'o', ownUse: 'ou', neighbours: 'n', utility: 'ut' };
  const sums = (given: NowInterval) =>
    energyRows(given, texts).map(({ parts }) => parts.reduce((sum, { energyWh }) => sum + energyWh, 0));

  it('balances: what came in is what was used, what was made is what went out', () => {
    expect(sums(interval)).toEqual([interval.usedWh, interval.producedWh]);
  });

  it('has one bar where nothing is produced', () => {
    expect(sums({ ...consumer, boughtLocalWh: 100, boughtUtilityWh: 80 })).toEqual([180]);
  });
});
