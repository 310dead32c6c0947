import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { Traded } from '../metrics/local-price';
import type { TimeRange } from '../metrics/time-range';

/** What flowed in an interval, by the latest version of its clearing. Lists are empty where nothing was traded. */
export interface FlowRow extends Traded {
  readonly startsAt: Date;
  readonly nodes: readonly number[];
  readonly prices: readonly number[];
  /** On the edge of each node to its parent, positive toward the root. */
  readonly flowsWh: readonly number[];
}

export interface CommunityDayRow extends Traded {
  readonly day: string;
  readonly intervals: number;
  readonly intervalsWithTrade: number;
}

const FLOWS = `
SELECT DISTINCT ON (starts_at) starts_at AS "startsAt", traded_wh AS "tradedWh", traded_nano AS "tradedNano",
  price_nodes AS nodes, prices, flows_wh AS "flowsWh"
FROM clearing WHERE community_id = $1 AND starts_at >= $2 AND starts_at < $3
ORDER BY starts_at, version DESC`;

const DAYS = `
SELECT day, intervals, intervals_with_trade AS "intervalsWithTrade", traded_wh AS "tradedWh", traded_nano AS "tradedNano"
FROM community_day WHERE community_id = $1 AND day >= $2 AND day < $3 ORDER BY day`;

/** Reads what flowed in a community and what its market did by day. */
@Injectable()
export class FlowsRepository {
  constructor(private readonly database: Database) {}

  async flows(communityId: number, { startMs, endMs }: TimeRange): Promise<FlowRow[]> {
    const values = [communityId, new Date(startMs), new Date(endMs)];
    return (await this.database.pool.query<FlowRow>({ name: 'flows', text: FLOWS, values })).rows;
  }

  /** The local days with a clearing from `firstDay` up to, not including, `endDay`. */
  async days(communityId: number, firstDay: string, endDay: string): Promise<CommunityDayRow[]> {
    const values = [communityId, firstDay, endDay];
    return (await this.database.pool.query<CommunityDayRow>({ name: 'community-days', text: DAYS, values })).rows;
  }
}
