import type { PriceRuler, Strategy } from '@ceex/contracts';
import type { Sentence } from '../sentences/sentence';

/** What the chosen limits mean, in a sentence for selling and one for buying; as the next clearing will use them. */
export function limitSentences(
  strategy: Strategy,
  ruler: PriceRuler,
  sides: { readonly sells: boolean; readonly buys: boolean },
): Sentence[] {
  const taker = strategy.kind === 'market-benefit';
  const sell = taker ? null : strategy.lowestSellMicroPerKwh;
  const pay = taker ? null : strategy.highestPayMicroPerKwh;
  const sentences: Sentence[] = [];
  if (sides.sells) {
    sentences.push({
      key: sell === null ? 'trading.price.sellAny' : 'trading.price.sellFrom',
      priceMicroPerKwh: { limit: sell ?? ruler.lowMicroPerKwh, utility: ruler.lowMicroPerKwh },
    });
  }
  if (sides.buys) {
    const limit = pay ?? ruler.highMicroPerKwh;
    sentences.push({
      key: pay === null ? 'trading.price.payAny' : 'trading.price.payUpTo',
      priceMicroPerKwh: { limit, total: limit + ruler.localChargesMicroPerKwh, utility: ruler.utilityMicroPerKwh },
    });
  }
  return sentences;
}
