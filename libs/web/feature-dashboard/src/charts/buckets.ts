import type { MetricsPoint, Resolution } from '@ceex/contracts';
import { addMonths, localDay, nextDay, startOfLocalDay, startOfMonth } from '@ceex/units';

const HOUR_MS = 3_600_000;

/** Energy of one bar. `endMs` is where the next begins. */
export interface Bucket {
  readonly startMs: number;
  readonly endMs: number;
  /** Null in the part of a range that has not been cleared yet. */
  readonly energy: BucketEnergy | null;
}

export interface BucketEnergy {
  readonly selfConsumedWh: number;
  readonly boughtLocalWh: number;
  readonly boughtUtilityWh: number;
  readonly soldLocalWh: number;
  readonly soldUtilityWh: number;
}

/** A stretch of time cut into hours, days or months of the community's calendar. */
export interface BucketRange {
  readonly startMs: number;
  readonly endMs: number;
  readonly resolution: Resolution;
  readonly timeZone: string;
}

/** Where the bucket that holds an instant ends. */
export function bucketEnd(epochMs: number, resolution: Resolution, timeZone: string): number {
  if (resolution === 'interval') return epochMs + HOUR_MS / 4;
  if (resolution === 'hour') return epochMs + HOUR_MS;
  const day = localDay(epochMs, timeZone);
  const next = resolution === 'day' ? nextDay(day) : addMonths(startOfMonth(day), 1);
  return startOfLocalDay(next, timeZone);
}

/** All buckets of a range with what its points say: the same for the days to come, so that the axis shows all of it. */
export function bucketsOf({ startMs, endMs, resolution, timeZone }: BucketRange, points: readonly MetricsPoint[]) {
  const byStart = new Map(points.map((point) => [Date.parse(point.start), point]));
  const buckets: (Bucket & { readonly point: MetricsPoint | null })[] = [];
  for (let at = startMs; at < endMs;) {
    const end = Math.min(bucketEnd(at, resolution, timeZone), endMs);
    const point = byStart.get(at) ?? null;
    buckets.push({ startMs: at, endMs: end, energy: point, point });
    at = end;
  }
  return buckets;
}

/** Buckets joined into coarser ones, for screens too narrow for the fine ones. Energy is summed exactly. */
export function coarsen(buckets: readonly Bucket[], resolution: Resolution, timeZone: string): Bucket[] {
  const coarse: Bucket[] = [];
  let endMs = -Infinity;
  for (const bucket of buckets) {
    const last = coarse.at(-1);
    if (last === undefined || bucket.startMs >= endMs) {
      coarse.push(bucket);
      endMs = bucketEnd(bucket.startMs, resolution, timeZone);
    } else {
      coarse[coarse.length - 1] = {
        startMs: last.startMs,
        endMs: bucket.endMs,
        energy: last.energy && bucket.energy ? add(last.energy, bucket.energy) : (last.energy ?? bucket.energy),
      };
    }
  }
  return coarse;
}

function add(a: BucketEnergy, b: BucketEnergy): BucketEnergy {
  return {
    selfConsumedWh: a.selfConsumedWh + b.selfConsumedWh,
    boughtLocalWh: a.boughtLocalWh + b.boughtLocalWh,
    boughtUtilityWh: a.boughtUtilityWh + b.boughtUtilityWh,
    soldLocalWh: a.soldLocalWh + b.soldLocalWh,
    soldUtilityWh: a.soldUtilityWh + b.soldUtilityWh,
  };
}
