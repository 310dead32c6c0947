import type { PriceRuler, Strategy } from '@ceex/contracts';
import { limitSentences } from './limit-sentences';
import { priceMarks } from './price-marks';

const ruler: PriceRuler = {
  lowMicroPerKwh: 60_000,
  highMicroPerKwh: 162_400,
  utilityMicroPerKwh: 241_300,
  localChargesMicroPerKwh: 78_900,
  lastPriceMicroPerKwh: 118_000,
  weekLowMicroPerKwh: 84_000,
  weekHighMicroPerKwh: 143_000,
};
const strategy: Strategy = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: 90_000,
  highestPayMicroPerKwh: 150_000,
  flexibilityMicroPerKwh: null,
};
const both = { sells: true, buys: true };

describe('limitSentences', () => {
  it('names each limit, and what a bought kWh costs in all', () => {
    expect(limitSentences(strategy, ruler, both)).toEqual([
      { key: 'trading.price.sellFrom', priceMicroPerKwh: { limit: 90_000, utility: 60_000 } },
      { key: 'trading.price.payUpTo', priceMicroPerKwh: { limit: 150_000, total: 228_900, utility: 241_300 } },
    ]);
  });

  it('at the end of the ruler a neighbour’s kWh costs as much as the utility’s', () => {
    const open = { ...strategy, lowestSellMicroPerKwh: null, highestPayMicroPerKwh: null };
    const [sell, pay] = limitSentences(open, ruler, both);
    expect(sell?.key).toBe('trading.price.sellAny');
    expect(pay).toEqual({
      key: 'trading.price.payAny',
      priceMicroPerKwh: { limit: 162_400, total: 241_300, utility: 241_300 },
    });
  });

  it('knows that a price taker’s limits are the ends', () => {
    const keys = limitSentences({ ...strategy, kind: 'market-benefit' }, ruler, both).map(({ key }) => key);
    expect(keys).toEqual(['trading.price.sellAny', 'trading.price.payAny']);
  });

  it('speaks only of the side a household has', () => {
    expect(limitSentences(strategy, ruler, { sells: false, buys: true })).toHaveLength(1);
    expect(limitSentences(strategy, ruler, { sells: true, buys: false })[0]?.key).toBe('trading.price.sellFrom');
  });
});

describe('priceMarks', () => {
  const texts = { feedIn: 'f', last: 'l', week: 'w', utility: 'u' };

  it('marks the ends, the last clearing and the week', () => {
    expect(priceMarks(ruler, texts).map(({ kind }) => kind)).toEqual(['feed-in', 'utility', 'last-clearing', 'week']);
  });

  it('leaves out what there was not', () => {
    const quiet = { ...ruler, lastPriceMicroPerKwh: null, weekLowMicroPerKwh: null, weekHighMicroPerKwh: null };
    expect(priceMarks(quiet, texts).map(({ kind }) => kind)).toEqual(['feed-in', 'utility']);
  });
});
