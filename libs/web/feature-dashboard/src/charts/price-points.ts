import type { NodeMetrics } from '@ceex/contracts';
import { bucketsOf, type BucketRange } from './buckets';
import type { PricePoint } from './price-plan';

/** The prices of a range: where a tariff changes within a bucket, the band at the bucket's start is taken. */
export function pricePoints({ points, band }: Pick<NodeMetrics, 'points' | 'band'>, range: BucketRange): PricePoint[] {
  const bands = band
    .map(({ from, lowMicroPerKwh, highMicroPerKwh }) => ({ fromMs: Date.parse(from), lowMicroPerKwh, highMicroPerKwh }))
    .sort((a, b) => a.fromMs - b.fromMs);
  return bucketsOf(range, points).map(({ startMs, endMs, point }) => {
    const holds = bands.findLast(({ fromMs }) => fromMs <= startMs) ?? bands[0];
    return {
      startMs,
      endMs,
      priceMicroPerKwh: point?.localPriceMicroPerKwh ?? null,
      lowMicroPerKwh: holds?.lowMicroPerKwh ?? null,
      highMicroPerKwh: holds?.highMicroPerKwh ?? null,
    };
  });
}
