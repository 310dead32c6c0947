import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { clearingSummary } from '@ceex/contracts';
import type { StoredOrders } from '../clearing/stored-orders';
import { Database } from '../database/database';

/** A clearing as stored, without its flows. */
export interface ClearingRow {
  readonly startsAt: Date;
  readonly version: number;
  readonly tradedWh: number;
  readonly tradedNano: number;
  readonly orders: StoredOrders;
  /** Filled, order by order. */
  readonly fillsWh: readonly number[];
  readonly priceNodes: readonly number[];
  readonly prices: readonly number[];
}

export interface Parties {
  readonly sellers: number;
  readonly buyers: number;
}

/** In µCHF/kWh; null where nothing was traded. */
export interface RecentPrices {
  readonly low: number | null;
  readonly high: number | null;
  readonly last: number | null;
}

export interface ClearingHeadRow extends Pick<z.infer<typeof clearingSummary>, 'version' | 'cause' | 'welfareNano'> {
  readonly startsAt: Date;
  readonly clearedAt: Date;
  readonly tradedWh: number;
  readonly tradedNano: number;
}

const LAST = `
SELECT starts_at AS "startsAt", version, traded_wh AS "tradedWh", traded_nano AS "tradedNano",
  order_nodes AS nodes, order_sides AS sides, order_quantities_wh AS "quantitiesWh", order_limits AS limits,
  order_fills_wh AS "fillsWh", price_nodes AS "priceNodes", prices
FROM clearing WHERE community_id = $1 ORDER BY starts_at DESC, version DESC LIMIT 1`;

const PRICES = `
SELECT round(min(price))::integer AS low, round(max(price))::integer AS high,
  round((array_agg(price ORDER BY starts_at DESC))[1])::integer AS last
FROM (SELECT DISTINCT ON (starts_at) starts_at, traded_nano::numeric / nullif(traded_wh, 0) AS price FROM clearing
  WHERE community_id = $1 AND starts_at >= $2 ORDER BY starts_at DESC, version DESC) latest
WHERE price IS NOT NULL`;

const PARTIES = `
SELECT count(DISTINCT seller_id)::integer AS sellers, count(DISTINCT buyer_id)::integer AS buyers
FROM trade WHERE community_id = $1 AND starts_at = $2 AND version = $3`;

const PENDING = `SELECT count(*)::integer AS pending FROM pending_interval WHERE community_id = $1`;

/** A page ends with a whole interval, so that the next one can begin before it. */
const PAGE = `
SELECT starts_at AS "startsAt", version, cause, traded_wh AS "tradedWh", traded_nano AS "tradedNano",
  welfare_nano AS "welfareNano", cleared_at AS "clearedAt"
FROM clearing WHERE community_id = $1 AND starts_at < $2
ORDER BY starts_at DESC FETCH FIRST $3 ROWS WITH TIES`;

/** Reads the clearings of communities. */
@Injectable()
export class ClearingsRepository {
  constructor(private readonly database: Database) {}

  /** The latest version of the last cleared interval. */
  async last(communityId: number): Promise<ClearingRow | undefined> {
    const rows = await this.rows<Omit<ClearingRow, 'orders'> & StoredOrders>('last-clearing', LAST, [communityId]);
    return rows.map(({ nodes, sides, quantitiesWh, limits, ...clearing }) => ({
      ...clearing,
      orders: { nodes, sides, quantitiesWh, limits },
    }))[0];
  }

  /** The lowest, the highest and the last price of the intervals with a trade since an instant. */
  async prices(communityId: number, since: Date): Promise<RecentPrices> {
    const [prices] = await this.rows<RecentPrices>('recent-prices', PRICES, [communityId, since]);
    return prices ?? { low: null, high: null, last: null };
  }

  async parties(communityId: number, { startsAt, version }: ClearingRow): Promise<Parties> {
    const [parties] = await this.rows<Parties>('parties', PARTIES, [communityId, startsAt, version]);
    return parties ?? { sellers: 0, buyers: 0 };
  }

  async pending(communityId: number): Promise<number> {
    return (await this.rows<{ pending: number }>('pending', PENDING, [communityId]))[0]?.pending ?? 0;
  }

  /** Clearings before an instant, newest first, all versions of an interval together: at least `limit`, if there are so many. */
  page(communityId: number, before: Date | 'infinity', limit: number): Promise<ClearingHeadRow[]> {
    return this.rows('clearings-page', PAGE, [communityId, before, limit]);
  }

  private async rows<T extends object>(name: string, text: string, values: unknown[]): Promise<T[]> {
    return (await this.database.pool.query<T>({ name, text, values })).rows;
  }
}
