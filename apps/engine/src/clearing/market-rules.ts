import type { CommunityRules } from '@ceex/contracts';
import type { MarketRules } from '@ceex/market';
import type { PriceEnds } from './price-ruler';

/** The community's rules for one interval, whose tariff gives the ends of the price ruler. */
export function marketRules(
  { pricing, k }: Pick<CommunityRules, 'pricing' | 'k'>,
  { low, high }: PriceEnds,
): MarketRules {
  return { pricing, k, ruler: low <= high ? [low, high] : [high, low] };
}
