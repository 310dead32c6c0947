import { Injectable } from '@nestjs/common';
import type { HeatFigure } from '@ceex/contracts';
import type { Day } from '@ceex/units';
import { Database } from '../database/database';
import type { TimeRange } from './time-range';

/** A node's sums over one hour of the local clock. */
export interface NodeHour extends Readonly<Record<HeatFigure, number>> {
  readonly day: Day;
  /** 0 … 23; the hour that autumn repeats is one. */
  readonly hour: number;
  /** How many of its cleared intervals the node's meter has delivered. */
  readonly metered: number;
}

/**
 * Each interval is split into sold and bought as `figuresOf` splits it, and only then summed: within an hour a node may
 * do both. The versions of a clearing are summed first, since a later one takes the earlier back.
 */
const NODE_HOURS = `
SELECT to_char(hour, 'YYYY-MM-DD') AS day, extract(hour FROM hour)::integer AS hour, count(export_wh)::integer AS metered,
  coalesce(sum(self_wh + greatest(0, -local_wh) - supply_wh), 0)::bigint AS "usedWh",
  coalesce(sum(production_wh), 0)::bigint AS "producedWh",
  coalesce(sum(self_wh), 0)::bigint AS "selfConsumedWh",
  coalesce(sum(greatest(0, -local_wh)), 0)::bigint AS "boughtLocalWh",
  coalesce(sum(-supply_wh), 0)::bigint AS "boughtUtilityWh",
  coalesce(sum(greatest(0, local_wh)), 0)::bigint AS "soldLocalWh",
  coalesce(sum(feed_in_wh), 0)::bigint AS "soldUtilityWh"
FROM (
  SELECT date_trunc('hour', cleared.starts_at AT TIME ZONE $5) AS hour, export_wh,
    production_wh, greatest(0, production_wh - export_wh) AS self_wh, local_wh, supply_wh, feed_in_wh
  FROM (
    SELECT DISTINCT starts_at FROM clearing WHERE community_id = $1 AND starts_at >= $2 AND starts_at < $3
  ) cleared
  LEFT JOIN LATERAL (
    SELECT export_wh, coalesce(production_wh, 0) AS production_wh
    FROM reading
    WHERE community_id = $1 AND reading.starts_at = cleared.starts_at AND node_id = $4
    LIMIT 1
  ) metered ON true
  LEFT JOIN LATERAL (
    SELECT coalesce(sum(energy_wh) FILTER (WHERE abs(kind) = 1), 0) AS local_wh,
      coalesce(sum(energy_wh) FILTER (WHERE abs(kind) = 3), 0) AS supply_wh,
      coalesce(sum(energy_wh) FILTER (WHERE abs(kind) = 4), 0) AS feed_in_wh
    FROM posting
    WHERE community_id = $1 AND posting.starts_at = cleared.starts_at
      AND account_id = (SELECT id FROM account WHERE community_id = $1 AND kind = 'node' AND node_id = $4)
  ) posted ON export_wh IS NOT NULL
) intervals
GROUP BY intervals.hour
ORDER BY intervals.hour`;

/** Reads sums by hour of what meters and the ledger say of one node: a year of intervals would be a long way to send. */
@Injectable()
export class NodeHoursRepository {
  constructor(private readonly database: Database) {}

  /** The local hours of a range that hold a cleared interval, earliest first. */
  async nodeHours(communityId: number, nodeId: number, range: TimeRange, timeZone: string): Promise<NodeHour[]> {
    const { rows } = await this.database.pool.query<NodeHour>({
      name: 'node-hours',
      text: NODE_HOURS,
      values: [communityId, new Date(range.startMs), new Date(range.endMs), nodeId, timeZone],
    });
    return rows;
  }
}
