import { Injectable } from '@nestjs/common';
import type { EnergyAndMoney } from '@ceex/contracts';
import type { PricedCommunity } from '../communities/find-community';
import { splitDays } from '../metrics/day-split';
import { add, nothing } from '../metrics/energy-and-money';
import { figuresOf } from '../metrics/interval-figures';
import { MetricsRepository } from '../metrics/metrics.repository';
import type { TimeRange } from '../metrics/time-range';

/** What a node really traded, earned and paid: the totals of its metrics. */
@Injectable()
export class ActualTotals {
  constructor(private readonly metrics: MetricsRepository) {}

  /** Whole local days from the daily sums, all else from the intervals themselves. */
  async read(
    { communityId, timeZone, tariffBook }: PricedCommunity,
    nodeId: number,
    range: TimeRange,
  ): Promise<EnergyAndMoney> {
    const { days, edges } = splitDays(range, timeZone);
    const [dayRows, ...intervals] = await Promise.all([
      days ? this.metrics.nodeDays(communityId, nodeId, days.firstDay, days.endDay) : [],
      ...edges.map((edge) => this.metrics.nodeIntervals(communityId, nodeId, edge)),
    ]);
    const totals = nothing();
    for (const row of dayRows) add(totals, row);
    for (const interval of intervals.flat()) {
      if (interval.metered) add(totals, figuresOf(interval, tariffBook.at(interval.startMs)));
    }
    return totals;
  }
}
