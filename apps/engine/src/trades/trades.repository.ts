import { Injectable } from '@nestjs/common';
import type { NodeKind } from '@ceex/contracts';
import { Database } from '../database/database';
import type { TradeCursor } from './trade-cursor';

export interface TradeRow {
  readonly startsAt: Date;
  readonly version: number;
  readonly position: number;
  readonly direction: 'sold' | 'bought';
  readonly counterpartKind: NodeKind;
  readonly counterpartLabel: string;
  readonly quantityWh: number;
  readonly priceMicroPerKwh: number;
  readonly distanceM: number;
}

/** One side of a node's trades, newest first. Only the latest version of an interval's clearing counts. */
const side = (own: 'seller' | 'buyer', other: 'seller' | 'buyer'): string => `(
  SELECT starts_at, version, position, '${own === 'seller' ? 'sold' : 'bought'}' AS direction,
    ${other}_id AS counterpart_id, quantity_wh, ${own}_price AS price, distance_m
  FROM trade t
  WHERE community_id = $1 AND ${own}_id = $2 AND (starts_at, position) < ($3, $4::smallint)
    AND version = (SELECT max(version) FROM clearing c WHERE c.community_id = $1 AND c.starts_at = t.starts_at)
  ORDER BY starts_at DESC, position DESC
  LIMIT $5)`;

const TRADES = `
SELECT t.starts_at AS "startsAt", t.version, t.position, t.direction, n.kind AS "counterpartKind",
  n.label AS "counterpartLabel", t.quantity_wh AS "quantityWh", t.price AS "priceMicroPerKwh",
  t.distance_m AS "distanceM"
FROM (${side('seller', 'buyer')} UNION ALL ${side('buyer', 'seller')}) t
JOIN node n ON n.community_id = $1 AND n.id = t.counterpart_id
ORDER BY t.starts_at DESC, t.position DESC
LIMIT $5`;

/** Reads the trades of nodes. */
@Injectable()
export class TradesRepository {
  constructor(private readonly database: Database) {}

  /** At most `limit` trades that come after the cursor, newest first. */
  async page(communityId: number, nodeId: number, after: TradeCursor | null, limit: number): Promise<TradeRow[]> {
    const startsAt = after === null ? 'infinity' : new Date(after.startMs);
    const values = [communityId, nodeId, startsAt, after?.position ?? 0, limit];
    return (await this.database.pool.query<TradeRow>({ name: 'node-trades', text: TRADES, values })).rows;
  }
}
