import { Injectable } from '@nestjs/common';
import type { MetricsPoint, NodeMetrics, Resolution } from '@ceex/contracts';
import { formatInstant } from '@ceex/units';
import { FindCommunity, type PricedCommunity } from '../communities/find-community';
import { FindNode } from '../nodes/find-node';
import { bandOf } from './band';
import { bucketOfDay, bucketOfInstant, bucketsOf } from './buckets';
import { splitDays } from './day-split';
import { add, nothing, type MutableEnergyAndMoney } from './energy-and-money';
import { figuresOf } from './interval-figures';
import { localPrice, type Traded } from './local-price';
import { MetricsRepository } from './metrics.repository';
import { resolutionFor } from './resolution';
import { parseRange, type TimeRange } from './time-range';

export interface MetricsQuery {
  readonly startDate: string;
  readonly endDate: string;
  readonly resolution?: Resolution | undefined;
}

interface Bucket {
  readonly sums: MutableEnergyAndMoney;
  tradedWh: number;
  tradedNano: number;
}

/**
 * Energy and money of a node over time. Every bucket of the range up to the last cleared interval is a point, with
 * zeros where nothing was cleared. Whole days come from the daily sums, all else from the intervals themselves.
 */
@Injectable()
export class ReadNodeMetrics {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly metrics: MetricsRepository,
  ) {}

  async run(nodeId: number, query: MetricsQuery): Promise<NodeMetrics> {
    const { communityId } = await this.findNode.byId(nodeId);
    const [community, dataUntilMs] = await Promise.all([
      this.findCommunity.priced(communityId),
      this.metrics.dataUntil(communityId),
    ]);
    const { timeZone, currency } = community;
    const range = parseRange(query, timeZone);
    const resolution = resolutionFor(range, query.resolution);
    const filled = { startMs: range.startMs, endMs: Math.min(range.endMs, dataUntilMs ?? range.startMs) };
    const buckets = new Map<number, Bucket>();
    for (const start of bucketsOf(filled, resolution, timeZone)) {
      buckets.set(start, { sums: nothing(), tradedWh: 0, tradedNano: 0 });
    }
    const [estimatedIntervals] = await Promise.all([
      this.metrics.estimatedIntervals(communityId, nodeId, range),
      this.fill(buckets, range, resolution, nodeId, community),
    ]);
    const totals = nothing();
    for (const { sums } of buckets.values()) add(totals, sums);
    return {
      nodeId,
      timeZone,
      currency,
      resolution,
      start: formatInstant(range.startMs),
      end: formatInstant(range.endMs),
      dataUntil: dataUntilMs === null ? null : formatInstant(dataUntilMs),
      estimatedIntervals,
      totals,
      points: [...buckets].map(([start, bucket]) => pointOf(Math.max(start, range.startMs), bucket)),
      band: bandOf(community, range),
    };
  }

  private async fill(
    buckets: ReadonlyMap<number, Bucket>,
    range: TimeRange,
    resolution: Resolution,
    nodeId: number,
    community: PricedCommunity,
  ): Promise<void> {
    const { communityId, timeZone } = community;
    if (buckets.size === 0) return;
    if (resolution === 'interval' || resolution === 'hour') {
      return this.fillFromIntervals(buckets, range, resolution, nodeId, community);
    }
    const { days, edges } = splitDays(range, timeZone);
    await Promise.all([
      ...edges.map((edge) => this.fillFromIntervals(buckets, edge, resolution, nodeId, community)),
      days &&
        this.metrics.nodeDays(communityId, nodeId, days.firstDay, days.endDay).then((rows) => {
          for (const row of rows) put(buckets, bucketOfDay(row.day, resolution, timeZone), row, row);
        }),
    ]);
  }

  private async fillFromIntervals(
    buckets: ReadonlyMap<number, Bucket>,
    range: TimeRange,
    resolution: Resolution,
    nodeId: number,
    { communityId, timeZone, tariffBook }: PricedCommunity,
  ): Promise<void> {
    for (const interval of await this.metrics.nodeIntervals(communityId, nodeId, range)) {
      const figures = interval.metered ? figuresOf(interval, tariffBook.at(interval.startMs)) : nothing();
      put(buckets, bucketOfInstant(interval.startMs, resolution, timeZone), figures, interval);
    }
  }
}

function put(
  buckets: ReadonlyMap<number, Bucket>,
  start: number,
  figures: MutableEnergyAndMoney,
  { tradedWh, tradedNano }: Traded,
): void {
  const bucket = buckets.get(start);
  // Cleared between two of our queries, after the end of data that the first one saw: left to the next call.
  if (!bucket) return;
  add(bucket.sums, figures);
  bucket.tradedWh += tradedWh;
  bucket.tradedNano += tradedNano;
}

function pointOf(startMs: number, bucket: Bucket): MetricsPoint {
  return { start: formatInstant(startMs), ...bucket.sums, localPriceMicroPerKwh: localPrice(bucket) };
}
