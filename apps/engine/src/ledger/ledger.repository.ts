import { Injectable } from '@nestjs/common';
import type { CommunitySummary, EnergyAndMoney } from '@ceex/contracts';
import type { Day } from '@ceex/units';
import { Database } from '../database/database';
import type { TimeRange } from '../metrics/time-range';

type AccountKind = CommunitySummary['accounts'][number]['kind'];

/** Postings summed by the kind of their account; null: accounts that do not exist. */
export interface PostingSum {
  readonly kind: AccountKind | null;
  readonly energyWh: number;
  readonly amountNano: number;
}

/** Over the postings, and not over the accounts: a posting whose account is missing shows all the same. */
const POSTINGS = `
SELECT account.kind, sum(energy_wh)::bigint AS "energyWh", sum(amount_nano)::bigint AS "amountNano"
FROM (
  SELECT account_id, sum(energy_wh) AS energy_wh, sum(amount_nano) AS amount_nano
  FROM posting WHERE community_id = $1 AND starts_at >= $2 AND starts_at < $3 GROUP BY account_id
) posted LEFT JOIN account ON account.community_id = $1 AND account.id = posted.account_id
GROUP BY account.kind`;

const ACCOUNT_COUNTS = `SELECT kind, count(*)::integer AS accounts FROM account WHERE community_id = $1 GROUP BY kind`;

const NODE_DAYS = `
SELECT 0 AS intervals, coalesce(sum(used_wh), 0)::bigint AS "usedWh", coalesce(sum(produced_wh), 0)::bigint AS "producedWh",
  coalesce(sum(self_consumed_wh), 0)::bigint AS "selfConsumedWh",
  coalesce(sum(sold_local_wh), 0)::bigint AS "soldLocalWh",
  coalesce(sum(bought_local_wh), 0)::bigint AS "boughtLocalWh",
  coalesce(sum(sold_utility_wh), 0)::bigint AS "soldUtilityWh",
  coalesce(sum(bought_utility_wh), 0)::bigint AS "boughtUtilityWh",
  coalesce(sum(revenue_nano), 0)::bigint AS "revenueNano", coalesce(sum(cost_nano), 0)::bigint AS "costNano",
  coalesce(sum(local_revenue_nano), 0)::bigint AS "localRevenueNano",
  coalesce(sum(local_energy_cost_nano), 0)::bigint AS "localEnergyCostNano",
  coalesce(sum(utility_alone_revenue_nano), 0)::bigint AS "utilityAloneRevenueNano",
  coalesce(sum(utility_alone_cost_nano), 0)::bigint AS "utilityAloneCostNano"
FROM node_day WHERE community_id = $1 AND day >= $2 AND day < $3`;

const CLEARED = `
SELECT count(*)::integer AS intervals, count(*) FILTER (WHERE traded_wh > 0)::integer AS "intervalsWithTrade",
  coalesce(sum(traded_wh), 0)::bigint AS "tradedWh"
FROM (SELECT DISTINCT ON (starts_at) traded_wh FROM clearing
  WHERE community_id = $1 AND starts_at >= $2 AND starts_at < $3 ORDER BY starts_at, version DESC) latest`;

export interface ClearedSums {
  readonly intervals: number;
  readonly intervalsWithTrade: number;
  readonly tradedWh: number;
}

/** Sums a community's ledger, clearings and daily sums. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly database: Database) {}

  postings(communityId: number, range: TimeRange): Promise<PostingSum[]> {
    return this.rows(POSTINGS, bounds(communityId, range));
  }

  /** How many accounts of each kind a community has. */
  async accountCounts(communityId: number): Promise<Map<AccountKind, number>> {
    const rows = await this.rows<{ kind: AccountKind; accounts: number }>(ACCOUNT_COUNTS, [communityId]);
    return new Map(rows.map(({ kind, accounts }) => [kind, accounts]));
  }

  cleared(communityId: number, range: TimeRange): Promise<ClearedSums> {
    return this.row(CLEARED, bounds(communityId, range));
  }

  /** All nodes over whole local days, `endDay` not included. `intervals` is left at 0: nodes share them. */
  nodeDays(communityId: number, firstDay: Day, endDay: Day): Promise<EnergyAndMoney> {
    return this.row(NODE_DAYS, [communityId, firstDay, endDay]);
  }

  async householdIds(communityId: number): Promise<number[]> {
    const text = `SELECT node_id AS "nodeId" FROM account WHERE community_id = $1 AND kind = 'node'`;
    return (await this.rows<{ nodeId: number }>(text, [communityId])).map(({ nodeId }) => nodeId);
  }

  private async rows<T extends object>(text: string, values: unknown[]): Promise<T[]> {
    return (await this.database.pool.query<T>(text, values)).rows;
  }

  private async row<T extends object>(text: string, values: unknown[]): Promise<T> {
    const [row] = await this.rows<T>(text, values);
    if (!row) throw new Error('a sum without GROUP BY always has one row');
    return row;
  }
}

function bounds(communityId: number, { startMs, endMs }: TimeRange): unknown[] {
  return [communityId, new Date(startMs), new Date(endMs)];
}
