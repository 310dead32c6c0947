import type { Strategy } from '@ceex/contracts';
import type { MicroPerKwh } from '@ceex/units';
import type { PriceEnds } from './price-ruler';

/** What a household asks for and pays at most, in an interval, at its own node. */
export interface StrategyLimits {
  readonly lowestSell: MicroPerKwh;
  readonly highestPay: MicroPerKwh;
  /** The same for the part that a battery could move in time. */
  readonly flexibleLowestSell: MicroPerKwh;
  readonly flexibleHighestPay: MicroPerKwh;
}

/**
 * The limits that a strategy sets under a price ruler. `never-lose`: the handles (or the ruler's own ends) within the
 * ruler, so that no interval can be worse than the utility alone. `market-benefit`: the ruler's ends. `flexibility`: as
 * never lose, and its movable part wants so much more.
 */
export function strategyLimits(strategy: Strategy, ruler: PriceEnds): StrategyLimits {
  const limits = strategy.kind === 'market-benefit' ? rulerEnds(ruler) : handles(strategy, ruler);
  const more = strategy.kind === 'flexibility' ? (strategy.flexibilityMicroPerKwh ?? 0) : 0;
  return {
    ...limits,
    flexibleLowestSell: ask(limits.lowestSell + more, ruler),
    flexibleHighestPay: bid(limits.highestPay - more, ruler),
  };
}

function rulerEnds({ low, high }: PriceEnds): Pick<StrategyLimits, 'lowestSell' | 'highestPay'> {
  return { lowestSell: low, highestPay: high };
}

function handles(strategy: Strategy, ruler: PriceEnds): Pick<StrategyLimits, 'lowestSell' | 'highestPay'> {
  return {
    lowestSell: ask(strategy.lowestSellMicroPerKwh ?? ruler.low, ruler),
    highestPay: bid(strategy.highestPayMicroPerKwh ?? ruler.high, ruler),
  };
}

/** Where feed-in pays more than a neighbour's kWh is worth the ruler is empty: then asks stand above bids, and none meet. */
function ask(price: MicroPerKwh, { low, high }: PriceEnds): MicroPerKwh {
  return Math.max(low, Math.min(price, high));
}

function bid(price: MicroPerKwh, { low, high }: PriceEnds): MicroPerKwh {
  return Math.min(high, Math.max(price, low));
}
