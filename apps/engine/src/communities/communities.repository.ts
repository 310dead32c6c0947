import { Injectable } from '@nestjs/common';
import type { Community, CommunityRules, GridNode, Tariff } from '@ceex/contracts';
import { Database } from '../database/database';

/** A community without its tariffs: what most answers need of it. */
export interface CommunityRow extends CommunityRules {
  readonly communityId: number;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly gridOperator: string;
  readonly status: Community['status'];
}

/** A node of the grid as stored: codes and keys. */
export type GridRow = GridNode & {
  readonly nodeId: number;
  readonly parentId: number | null;
  /** It has a PV system. */
  readonly produces: boolean;
};

const COMMUNITY = `
SELECT id AS "communityId", name, time_zone AS "timeZone", currency, grid_operator AS "gridOperator", status,
  pricing, k, discount_level AS "discountLevel", volumes, deadline_minutes AS "deadlineMinutes"
FROM community WHERE id = $1`;

const TARIFFS = `
SELECT valid_from AS "validFrom", retail AS "retailMicroPerKwh", grid_usage AS "gridUsageMicroPerKwh",
  levies AS "leviesMicroPerKwh", feed_in AS "feedInMicroPerKwh", discount_same_level AS "discountSameLevel",
  discount_across_transformer AS "discountAcrossTransformer", vat
FROM tariff WHERE community_id = $1 ORDER BY valid_from`;

const GRID = `
SELECT n.id AS "nodeId", n.parent_id AS "parentId", n.code, p.code AS parent, n.kind, n.label, n.x, n.y,
  n.length_m AS "lengthM", n.rating, n.rating_unit AS "ratingUnit", n.capacity_up_wh AS "capacityUpWh",
  n.capacity_down_wh AS "capacityDownWh", n.fee_up AS "feeUpMicroPerKwh", n.fee_down AS "feeDownMicroPerKwh",
  EXISTS (SELECT FROM pv_system s WHERE s.community_id = n.community_id AND s.node_id = n.id) AS produces
FROM node n LEFT JOIN node p ON p.community_id = n.community_id AND p.id = n.parent_id
WHERE n.community_id = $1 ORDER BY n.id`;

/** Reads communities, their tariffs and their grids. */
@Injectable()
export class CommunitiesRepository {
  constructor(private readonly database: Database) {}

  async find(communityId: number): Promise<CommunityRow | undefined> {
    const query = { name: 'community', text: COMMUNITY, values: [communityId] };
    return (await this.database.pool.query<CommunityRow>(query)).rows[0];
  }

  async tariffs(communityId: number): Promise<Tariff[]> {
    const query = { name: 'tariffs', text: TARIFFS, values: [communityId] };
    return (await this.database.pool.query<Tariff>(query)).rows;
  }

  async grid(communityId: number): Promise<GridRow[]> {
    const query = { name: 'grid', text: GRID, values: [communityId] };
    return (await this.database.pool.query<GridRow>(query)).rows;
  }
}
