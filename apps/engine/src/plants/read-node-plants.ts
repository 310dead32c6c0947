import { Injectable } from '@nestjs/common';
import type { NodePlants } from '@ceex/contracts';
import { expectedMonthsWh, type Site } from '@ceex/solar';
import { addMonths, localDay, nextDay } from '@ceex/units';
import { FindCommunity } from '../communities/find-community';
import { Clock } from '../config/clock';
import { FindNode } from '../nodes/find-node';
import { NodesRepository } from '../nodes/nodes.repository';
import { PlantsRepository } from './plants.repository';
import { siteOfTimeZone } from './zone-site';

/** The plants of a node, what they can be expected to make in a year, and what they made in the last one. */
@Injectable()
export class ReadNodePlants {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly plants: PlantsRepository,
    private readonly nodes: NodesRepository,
    private readonly clock: Clock,
  ) {}

  async run(nodeId: number): Promise<NodePlants> {
    const node = await this.findNode.byId(nodeId);
    const { timeZone } = await this.findCommunity.byId(node.communityId);
    const today = localDay(this.clock.now(), timeZone);
    const [pvSystems, batteries, { producedWh }] = await Promise.all([
      this.plants.pvSystems(node),
      this.plants.batteries(node),
      this.nodes.energy(node, addMonths(nextDay(today), -12), today),
    ]);
    const site = siteOfTimeZone(timeZone);
    const months = pvSystems.map((system) => monthsOf(system, site));
    const expectedMonths = site === null ? null : Array.from({ length: 12 }, (_, month) => sumOf(months, month));
    return {
      nodeId,
      pvSystems: pvSystems.map((system, position) => ({ ...system, expectedYearWh: yearOf(months[position] ?? null) })),
      batteries,
      site: site && { ...site, source: 'time-zone' },
      expectedMonthsWh: expectedMonths,
      expectedYearWh: yearOf(expectedMonths),
      producedLastTwelveMonthsWh: producedWh,
    };
  }
}

function monthsOf(system: Parameters<typeof expectedMonthsWh>[0][number], site: Site | null): number[] | null {
  return site === null ? null : expectedMonthsWh([system], site);
}

function sumOf(months: readonly (readonly number[] | null)[], month: number): number {
  return months.reduce((sum, wh) => sum + (wh?.[month] ?? 0), 0);
}

function yearOf(months: readonly number[] | null): number | null {
  return months === null ? null : months.reduce((sum, wh) => sum + wh, 0);
}
