import { Injectable } from '@nestjs/common';
import { HEAT_FIGURES, MAX_HEAT_DAYS, type HeatDay, type NodeHeatMap } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { FindCommunity } from '../communities/find-community';
import { FindNode } from '../nodes/find-node';
import { NodeHoursRepository, type NodeHour } from './node-hours.repository';
import { parseRange } from './time-range';

const DAY_MS = 24 * 3_600_000;

/** Energy of a node by local day and hour of the clock: what repeats by the hour shows at a glance. */
@Injectable()
export class ReadNodeHeatMap {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly metrics: NodeHoursRepository,
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
    const hours = await this.metrics.nodeHours(communityId, nodeId, range, timeZone);
    return { nodeId, timeZone, days: heatDays(hours) };
  }
}

function heatDays(hours: readonly NodeHour[]): HeatDay[] {
  const days = new Map<string, HeatDay>();
  for (const sums of hours) {
    const day = days.get(sums.day) ?? emptyDay(sums.day);
    days.set(sums.day, day);
    if (sums.metered === 0) continue;
    for (const figure of HEAT_FIGURES) day[figure][sums.hour] = sums[figure];
  }
  return [...days.values()];
}

function emptyDay(day: string): HeatDay {
  const hours = (): null[] => Array.from({ length: 24 }, () => null);
  const figures = Object.fromEntries(HEAT_FIGURES.map((figure) => [figure, hours()]));
  return { ...(figures as Record<(typeof HEAT_FIGURES)[number], null[]>), day };
}
