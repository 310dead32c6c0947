import { Injectable } from '@nestjs/common';
import type { NodeKind } from '@ceex/contracts';
import { Database } from '../database/database';
import type { TimeRange } from '../metrics/time-range';

/** All trades of a node with one other. */
export interface NeighbourRow {
  readonly nodeId: number;
  readonly kind: NodeKind;
  readonly label: string;
  readonly trades: number;
  readonly soldWh: number;
  readonly boughtWh: number;
  readonly soldNano: number;
  readonly boughtNano: number;
  readonly distanceM: number;
}

/** One side of a node's trades in the range, summed by the other; only the latest version of a clearing counts. */
const side = (own: 'seller' | 'buyer', other: 'seller' | 'buyer'): string => `
  SELECT t.${other}_id AS id, count(*) AS trades, sum(t.quantity_wh) AS wh,
    sum(t.quantity_wh::bigint * t.${own}_price)::bigint AS nano, min(t.distance_m) AS distance_m
  FROM trade t JOIN latest USING (starts_at, version)
  WHERE t.community_id = $1 AND t.${own}_id = $2 AND t.starts_at >= $3 AND t.starts_at < $4
  GROUP BY t.${other}_id`;

const NEIGHBOURS = `
WITH latest AS (
  SELECT starts_at, max(version) AS version FROM clearing
  WHERE community_id = $1 AND starts_at >= $3 AND starts_at < $4
  GROUP BY starts_at),
sold AS (${side('seller', 'buyer')}),
bought AS (${side('buyer', 'seller')})
SELECT n.id AS "nodeId", n.kind, n.label,
  coalesce(s.trades, 0) + coalesce(b.trades, 0) AS trades,
  coalesce(s.wh, 0) AS "soldWh", coalesce(b.wh, 0) AS "boughtWh",
  coalesce(s.nano, 0) AS "soldNano", coalesce(b.nano, 0) AS "boughtNano",
  least(s.distance_m, b.distance_m) AS "distanceM"
FROM sold s FULL JOIN bought b USING (id)
JOIN node n ON n.community_id = $1 AND n.id = coalesce(s.id, b.id)
ORDER BY coalesce(s.wh, 0) + coalesce(b.wh, 0) DESC, n.id`;

/** Reads with whom nodes traded. */
@Injectable()
export class NeighboursRepository {
  constructor(private readonly database: Database) {}

  /** Everybody a node traded with in the range, those with most energy first. */
  async of(communityId: number, nodeId: number, { startMs, endMs }: TimeRange): Promise<NeighbourRow[]> {
    const values = [communityId, nodeId, new Date(startMs), new Date(endMs)];
    const query = { name: 'node-neighbours', text: NEIGHBOURS, values };
    return (await this.database.pool.query<NeighbourRow>(query)).rows;
  }
}
