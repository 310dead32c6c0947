import { Injectable } from '@nestjs/common';
import type { NodeProduction } from '@ceex/contracts';
import { formatInstant, localDay, nextDay, startOfLocalDay, type Day } from '@ceex/units';
import { FindCommunity } from '../communities/find-community';
import { Clock } from '../config/clock';
import { Database } from '../database/database';
import { FindNode } from '../nodes/find-node';
import { expectedDay } from './expected-day';
import { PlantsRepository } from './plants.repository';
import { siteOfTimeZone } from './zone-site';

const PRODUCTION = `
SELECT starts_at AS "startsAt", production_wh AS "productionWh"
FROM generate_series($2::timestamptz, $3::timestamptz - interval '1 second', interval '15 minutes') AS starts_at
JOIN reading USING (starts_at) WHERE community_id = $1 AND node_id = $4 AND production_wh IS NOT NULL`;

/** A local day of a node's PV systems: what they were expected to make, and what the meter counted. */
@Injectable()
export class ReadNodeProduction {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly plants: PlantsRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(nodeId: number, askedDay?: Day): Promise<NodeProduction> {
    const node = await this.findNode.byId(nodeId);
    const { timeZone } = await this.findCommunity.byId(node.communityId);
    const day = askedDay ?? localDay(this.clock.now(), timeZone);
    const [systems, measured] = await Promise.all([
      this.plants.pvSystems(node),
      this.measured(node.communityId, nodeId, day, timeZone),
    ]);
    const site = siteOfTimeZone(timeZone);
    const standing = systems.filter(({ commissionedOn }) => commissionedOn <= day);
    const points = expectedDay(standing, site, day, timeZone).map((point) => ({
      ...point,
      measuredWh: measured.get(point.start) ?? null,
    }));
    const sum = (pick: (point: (typeof points)[number]) => number | null) =>
      points.reduce((total, point) => total + (pick(point) ?? 0), 0);
    return {
      nodeId,
      timeZone,
      day,
      points,
      expectedWh: site && sum(({ expectedWh }) => expectedWh),
      clearSkyWh: site && sum(({ clearSkyWh }) => clearSkyWh),
      measuredWh: sum(({ measuredWh }) => measuredWh),
    };
  }

  private async measured(
    communityId: number,
    nodeId: number,
    day: Day,
    timeZone: string,
  ): Promise<Map<string, number>> {
    const [from, to] = [day, nextDay(day)].map((each) => new Date(startOfLocalDay(each, timeZone)));
    const { rows } = await this.database.pool.query<{ startsAt: Date; productionWh: number }>({
      name: 'production',
      text: PRODUCTION,
      values: [communityId, from, to, nodeId],
    });
    return new Map(rows.map(({ startsAt, productionWh }) => [formatInstant(startsAt.getTime()), productionWh]));
  }
}
