import { Injectable } from '@nestjs/common';
import type { Day } from '@ceex/units';
import { Database } from '../database/database';
import type { MutableEnergyAndMoney } from './energy-and-money';
import type { NodeInterval } from './interval-figures';
import type { Traded } from './local-price';
import type { TimeRange } from './time-range';

/** A node's sums of one local day, with the price of its community. */
export interface NodeDay extends MutableEnergyAndMoney, Traded {
  readonly day: Day;
}

/**
 * The latest version of each interval's clearing; the postings of all versions sum to those of the latest. Meter and
 * ledger are looked up interval by interval: both are keyed by it, and a year of all nodes lies around those of one.
 */
const NODE_INTERVALS = `
SELECT starts_at AS "startsAt", traded_wh AS "tradedWh", traded_nano AS "tradedNano",
  export_wh IS NOT NULL AS metered, coalesce(export_wh, 0) AS "exportWh", coalesce(production_wh, 0) AS "productionWh",
  coalesce(local_wh, 0) AS "localWh", coalesce(local_nano, 0)::bigint AS "localNano",
  coalesce(local_grid_nano, 0)::bigint AS "localGridNano",
  coalesce(supply_wh, 0) AS "supplyWh", coalesce(supply_nano, 0)::bigint AS "supplyNano",
  coalesce(feed_in_wh, 0) AS "feedInWh", coalesce(feed_in_nano, 0)::bigint AS "feedInNano"
FROM (
  SELECT DISTINCT ON (starts_at) starts_at, traded_wh, traded_nano
  FROM clearing
  WHERE community_id = $1 AND starts_at >= $2 AND starts_at < $3
  ORDER BY starts_at, version DESC
) cleared
LEFT JOIN LATERAL (
  SELECT export_wh, production_wh
  FROM reading
  WHERE community_id = $1 AND reading.starts_at = cleared.starts_at AND node_id = $4
  LIMIT 1
) metered ON true
CROSS JOIN LATERAL (
  SELECT sum(energy_wh) FILTER (WHERE abs(kind) = 1) AS local_wh,
    sum(amount_nano) FILTER (WHERE abs(kind) = 1) AS local_nano,
    sum(amount_nano) FILTER (WHERE abs(kind) = 2) AS local_grid_nano,
    sum(energy_wh) FILTER (WHERE abs(kind) = 3) AS supply_wh,
    sum(amount_nano) FILTER (WHERE abs(kind) = 3) AS supply_nano,
    sum(energy_wh) FILTER (WHERE abs(kind) = 4) AS feed_in_wh,
    sum(amount_nano) FILTER (WHERE abs(kind) = 4) AS feed_in_nano
  FROM posting
  WHERE community_id = $1 AND posting.starts_at = cleared.starts_at
    AND account_id = (SELECT id FROM account WHERE community_id = $1 AND kind = 'node' AND node_id = $4)
) posted
ORDER BY starts_at`;

const NODE_DAYS = `
SELECT c.day, coalesce(n.intervals, 0) AS intervals, c.traded_wh AS "tradedWh", c.traded_nano AS "tradedNano",
  coalesce(n.used_wh, 0) AS "usedWh", coalesce(n.produced_wh, 0) AS "producedWh",
  coalesce(n.self_consumed_wh, 0) AS "selfConsumedWh",
  coalesce(n.sold_local_wh, 0) AS "soldLocalWh", coalesce(n.bought_local_wh, 0) AS "boughtLocalWh",
  coalesce(n.sold_utility_wh, 0) AS "soldUtilityWh", coalesce(n.bought_utility_wh, 0) AS "boughtUtilityWh",
  coalesce(n.revenue_nano, 0) AS "revenueNano", coalesce(n.cost_nano, 0) AS "costNano",
  coalesce(n.local_revenue_nano, 0) AS "localRevenueNano",
  coalesce(n.local_energy_cost_nano, 0) AS "localEnergyCostNano",
  coalesce(n.utility_alone_revenue_nano, 0) AS "utilityAloneRevenueNano",
  coalesce(n.utility_alone_cost_nano, 0) AS "utilityAloneCostNano"
FROM community_day c LEFT JOIN node_day n ON n.community_id = c.community_id AND n.day = c.day AND n.node_id = $2
WHERE c.community_id = $1 AND c.day >= $3 AND c.day < $4`;

/** The quality stands in the text, so that the index of estimated readings serves it. */
const ESTIMATED_INTERVALS = `
SELECT count(*) AS intervals FROM reading r
WHERE community_id = $1 AND node_id = $2 AND starts_at >= $3 AND starts_at < $4 AND quality = 2
  AND EXISTS (SELECT FROM clearing c WHERE c.community_id = $1 AND c.starts_at = r.starts_at)`;

/** Reads what meters and the ledger say of one node. */
@Injectable()
export class MetricsRepository {
  constructor(private readonly database: Database) {}

  /** The cleared intervals of a range, earliest first. */
  async nodeIntervals(communityId: number, nodeId: number, range: TimeRange): Promise<NodeInterval[]> {
    const { rows } = await this.database.pool.query<Omit<NodeInterval, 'startMs'> & { startsAt: Date }>({
      name: 'node-intervals',
      text: NODE_INTERVALS,
      values: [communityId, new Date(range.startMs), new Date(range.endMs), nodeId],
    });
    return rows.map(({ startsAt, ...figures }) => ({ ...figures, startMs: startsAt.getTime() }));
  }

  /** The local days with a clearing from `firstDay` up to, not including, `endDay`. */
  async nodeDays(communityId: number, nodeId: number, firstDay: Day, endDay: Day): Promise<NodeDay[]> {
    const { rows } = await this.database.pool.query<NodeDay>({
      name: 'node-days',
      text: NODE_DAYS,
      values: [communityId, nodeId, firstDay, endDay],
    });
    return rows;
  }

  /** How many cleared intervals of a range have an estimated reading of the node. */
  async estimatedIntervals(communityId: number, nodeId: number, range: TimeRange): Promise<number> {
    const { rows } = await this.database.pool.query<{ intervals: number }>({
      name: 'estimated-intervals',
      text: ESTIMATED_INTERVALS,
      values: [communityId, nodeId, new Date(range.startMs), new Date(range.endMs)],
    });
    return rows[0]?.intervals ?? 0;
  }

  /** The end of the last cleared interval of a community, in milliseconds; null before the first. */
  async dataUntil(communityId: number): Promise<number | null> {
    const { rows } = await this.database.pool.query<{ until: Date | null }>({
      name: 'data-until',
      text: `SELECT max(starts_at) + interval '15 minutes' AS until FROM clearing WHERE community_id = $1`,
      values: [communityId],
    });
    return rows[0]?.until?.getTime() ?? null;
  }
}
