import { Injectable } from '@nestjs/common';
import { HEAT_FIGURES, MAX_HEAT_DAYS, type HeatDay, type NodeHeatMap } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { localDay, offsetMinutes } from '@ceex/units';
import { FindCommunity, type PricedCommunity } from '../communities/find-community';
import { FindNode } from '../nodes/find-node';
import { figuresOf } from './interval-figures';
import { MetricsRepository } from './metrics.repository';
import { parseRange } from './time-range';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Energy of a node by local day and hour of the clock: what repeats by the hour shows at a glance. */
@Injectable()
export class ReadNodeHeatMap {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly metrics: MetricsRepository,
  ) {}

  async run(nodeId: number, ends: { startDate: string; endDate: string }): Promise<NodeHeatMap> {
    const { communityId } = await this.findNode.byId(nodeId);
    const community = await this.findCommunity.priced(communityId);
    const { timeZone } = community;
    const range = parseRange(ends, timeZone);
    const days = Math.round((range.endMs - range.startMs) / DAY_MS);
    if (days > MAX_HEAT_DAYS) {
      throw new Failure('too-many-points', { detail: `The range has ${days} days, more than ${MAX_HEAT_DAYS}.` });
    }
    const intervals = await this.metrics.nodeIntervals(communityId, nodeId, range);
    return { nodeId, timeZone, days: heatDays(intervals, community) };
  }
}

function heatDays(
  intervals: Awaited<ReturnType<MetricsRepository['nodeIntervals']>>,
  { timeZone, tariffBook }: PricedCommunity,
): HeatDay[] {
  const days = new Map<string, HeatDay>();
  for (const interval of intervals) {
    const { startMs, metered } = interval;
    const name = localDay(startMs, timeZone);
    const day = days.get(name) ?? emptyDay(name);
    days.set(name, day);
    if (!metered) continue;
    const figures = figuresOf(interval, tariffBook.at(startMs));
    const hour = hourOfClock(startMs, timeZone);
    for (const figure of HEAT_FIGURES) day[figure][hour] = (day[figure][hour] ?? 0) + figures[figure];
  }
  return [...days.values()];
}

function emptyDay(day: string): HeatDay {
  const hours = (): null[] => Array.from({ length: 24 }, () => null);
  const figures = Object.fromEntries(HEAT_FIGURES.map((figure) => [figure, hours()]));
  return { ...(figures as Record<(typeof HEAT_FIGURES)[number], null[]>), day };
}

/** What the local clock's hour hand says: 0 … 23. */
function hourOfClock(epochMs: number, timeZone: string): number {
  const localMs = epochMs + offsetMinutes(epochMs, timeZone) * 60_000;
  return Math.floor((localMs % DAY_MS) / HOUR_MS);
}
