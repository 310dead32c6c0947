import { intervalIndex, INTERVAL_MS } from '@ceex/units';
import { marketRules } from '../clearing/market-rules';
import { priceRuler } from '../clearing/price-ruler';
import type { PricedCommunity } from '../communities/find-community';
import type { TimeRange } from '../metrics/time-range';
import { intervalsOf, type PastBlock } from './past-block';
import type { Segment, TariffTerms } from './replay-task';

/** A part of a range in which one tariff holds. */
export interface TariffSpan extends TimeRange {
  readonly terms: TariffTerms;
}

/** A range cut where another tariff begins to hold. Without the time before the first: nothing can be cleared then. */
export function tariffSpans(community: PricedCommunity, { startMs, endMs }: TimeRange): TariffSpan[] {
  const held = community.tariffBook.within(startMs, endMs);
  return held.map(({ fromMs, tariff }, at) => {
    const ruler = priceRuler(tariff, community.discountLevel);
    const prices = {
      feedInMicroPerKwh: tariff.feedInMicroPerKwh,
      supplyMicroPerKwh: tariff.retailMicroPerKwh + tariff.gridUsageMicroPerKwh + tariff.leviesMicroPerKwh,
      localChargesMicroPerKwh: ruler.reducedGridUsage + tariff.leviesMicroPerKwh,
    };
    const terms = { ruler, prices, rules: marketRules(community, ruler) };
    return { startMs: fromMs, endMs: held[at + 1]?.fromMs ?? endMs, terms };
  });
}

/** The parts of the blocks that lie in the spans, each in one span. */
export function segmentsOf(blocks: readonly PastBlock[], spans: readonly TariffSpan[]): Segment[] {
  return blocks.flatMap((block) => {
    const { intervalIndex: indices, count } = intervalsOf(block);
    return spans.flatMap(({ startMs, endMs }, terms) => {
      const from = firstFrom(indices, count, startMs);
      const to = firstFrom(indices, count, endMs);
      return from < to ? [{ block, from, to, terms }] : [];
    });
  });
}

/** Position of the first interval that starts at an instant or after it. */
function firstFrom(indices: Int32Array, count: number, epochMs: number): number {
  const wanted = intervalIndex(epochMs + INTERVAL_MS - 1);
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indices[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
