import { Injectable } from '@nestjs/common';
import type { NodeNow, OwnOrder } from '@ceex/contracts';
import { formatInstant, INTERVAL_MS } from '@ceex/units';
import { ordersOf } from '../clearing/stored-orders';
import { FindCommunity, type PricedCommunity } from '../communities/find-community';
import { Clock } from '../config/clock';
import { nothing } from '../metrics/energy-and-money';
import { figuresOf } from '../metrics/interval-figures';
import { MetricsRepository } from '../metrics/metrics.repository';
import { FindNode } from '../nodes/find-node';
import { ClearingsRepository, type ClearingRow } from './clearings.repository';
import { MeterRepository } from './meter.repository';
import { nextClearingAt } from './next-clearing';
import { ReplayClearing } from './replay-clearing';

type Interval = NonNullable<NodeNow['interval']>;

const QUALITIES: Readonly<Record<number, Interval['quality']>> = { 1: 'measured', 2: 'estimated', 3: 'simulated' };

/** The last cleared interval of a community as one of its nodes sees it. */
@Injectable()
export class ReadNodeNow {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly clearings: ClearingsRepository,
    private readonly metrics: MetricsRepository,
    private readonly meter: MeterRepository,
    private readonly replayClearing: ReplayClearing,
    private readonly clock: Clock,
  ) {}

  async run(nodeId: number): Promise<NodeNow> {
    const { communityId } = await this.findNode.byId(nodeId);
    const [community, row] = await Promise.all([
      this.findCommunity.priced(communityId),
      this.clearings.last(communityId),
    ]);
    return {
      nodeId,
      interval: row ? await this.interval(nodeId, community, row) : null,
      nextClearingAt: nextClearingAt(this.clock.now()),
    };
  }

  private async interval(nodeId: number, community: PricedCommunity, row: ClearingRow): Promise<Interval> {
    const { communityId, tariffBook } = community;
    const startMs = row.startsAt.getTime();
    const endMs = startMs + INTERVAL_MS;
    const [[interval], quality, orders] = await Promise.all([
      this.metrics.nodeIntervals(communityId, nodeId, { startMs, endMs }),
      this.meter.quality(communityId, nodeId, row.startsAt),
      this.ownOrders(nodeId, community, row),
    ]);
    const figures = interval?.metered ? figuresOf(interval, tariffBook.at(startMs)) : nothing();
    return {
      start: formatInstant(startMs),
      end: formatInstant(endMs),
      version: row.version,
      quality: (quality !== undefined && QUALITIES[quality]) || 'missing',
      usedWh: figures.usedWh,
      producedWh: figures.producedWh,
      selfConsumedWh: figures.selfConsumedWh,
      soldLocalWh: figures.soldLocalWh,
      boughtLocalWh: figures.boughtLocalWh,
      soldUtilityWh: figures.soldUtilityWh,
      boughtUtilityWh: figures.boughtUtilityWh,
      priceMicroPerKwh: row.prices[row.priceNodes.indexOf(nodeId)] ?? null,
      orders,
    };
  }

  private async ownOrders(nodeId: number, community: PricedCommunity, row: ClearingRow): Promise<OwnOrder[]> {
    if (!row.orders.nodes.includes(nodeId)) return [];
    const fills = await this.replayClearing.run(community, row);
    return ordersOf(row.orders).flatMap(({ node, side, quantityWh, limitMicroPerKwh }, position) => {
      const fill = fills[position];
      if (node !== nodeId || !fill) return [];
      return [{ side, quantityWh, limitMicroPerKwh, filledWh: fill.filledWh, reason: fill.reason }];
    });
  }
}
