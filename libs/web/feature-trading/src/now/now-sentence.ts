import type { NodeNow, PriceRuler } from '@ceex/contracts';
import type { Sentence } from '../sentences/sentence';

export type NowInterval = NonNullable<NodeNow['interval']>;

/** What the household did in an interval, in one sentence. */
export function nowSentence(interval: NowInterval): Sentence {
  const { soldLocalWh, boughtLocalWh, soldUtilityWh, boughtUtilityWh, usedWh, priceMicroPerKwh: price } = interval;
  const at = price === null ? {} : { priceMicroPerKwh: { price } };
  const ending = price === null ? 'NoPrice' : '';
  if (soldLocalWh > 0 && boughtLocalWh > 0) {
    return { key: `trading.now.soldAndBought${ending}`, energyWh: { sold: soldLocalWh, bought: boughtLocalWh }, ...at };
  }
  if (soldLocalWh > 0) return { key: `trading.now.sold${ending}`, energyWh: { energy: soldLocalWh }, ...at };
  if (boughtLocalWh > 0) return { key: `trading.now.bought${ending}`, energyWh: { energy: boughtLocalWh }, ...at };
  if (soldUtilityWh > 0) return { key: 'trading.now.soldUtility', energyWh: { energy: soldUtilityWh } };
  if (boughtUtilityWh > 0) return { key: 'trading.now.boughtUtility', energyWh: { energy: boughtUtilityWh } };
  return usedWh > 0 ? { key: 'trading.now.ownOnly', energyWh: { energy: usedWh } } : { key: 'trading.now.nothing' };
}

/** What the price of an interval means beside the utility's, null where the household did not trade. */
export function comparison(interval: NowInterval, ruler: PriceRuler): Sentence | null {
  const price = interval.priceMicroPerKwh;
  if (price === null) return null;
  if (interval.soldLocalWh > 0) {
    return { key: 'trading.now.utilityPays', priceMicroPerKwh: { price, utility: ruler.lowMicroPerKwh } };
  }
  if (interval.boughtLocalWh === 0) return null;
  return {
    key: 'trading.now.utilityTakes',
    priceMicroPerKwh: { total: price + ruler.localChargesMicroPerKwh, utility: ruler.utilityMicroPerKwh },
  };
}
