import type { NodeMetrics } from '@ceex/contracts';
import { formatInstant } from '@ceex/units';
import { priceRuler } from '../clearing/price-ruler';
import type { PricedCommunity } from '../communities/find-community';
import type { TimeRange } from './time-range';

/** The ends of the price ruler over a range: one entry for each tariff that holds in it. */
export function bandOf({ tariffBook, discountLevel }: PricedCommunity, range: TimeRange): NodeMetrics['band'] {
  return tariffBook.within(range.startMs, range.endMs).map(({ fromMs, tariff }) => {
    const { low, high } = priceRuler(tariff, discountLevel);
    return { from: formatInstant(fromMs), lowMicroPerKwh: low, highMicroPerKwh: high };
  });
}
