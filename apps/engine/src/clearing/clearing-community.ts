import { Failure } from '@ceex/server';
import type { PreparedGrid } from '@ceex/market';
import { CommunitiesRepository, type CommunityRow } from '../communities/communities.repository';
import { TariffBook } from '../communities/tariff-book';
import type { Database } from '../database/database';
import { marketGrid } from '../grid/market-grid';

/** Accounts of the ledger by whose they are. */
export interface Accounts {
  readonly ofNode: ReadonlyMap<number, number>;
  readonly utility: number;
  readonly gridOperator: number;
  readonly community: number;
}

/** All that clearing needs of a community and that no clearing changes. */
export interface ClearingCommunity extends CommunityRow {
  readonly grid: PreparedGrid;
  readonly tariffs: TariffBook;
  readonly accounts: Accounts;
  /** What the batteries of a household can move in one interval, in Wh. */
  readonly flexibleWh: ReadonlyMap<number, number>;
}

/** A battery's power for a quarter of an hour. */
const INTERVALS_PER_HOUR = 4;

/** Fails with `not-found` where there is no such community. */
export async function loadClearingCommunity(database: Database, communityId: number): Promise<ClearingCommunity> {
  const communities = new CommunitiesRepository(database);
  const community = await communities.find(communityId);
  if (community === undefined) throw new Failure('not-found', { detail: `there is no community ${communityId}` });
  return {
    ...community,
    grid: marketGrid(await communities.grid(communityId)),
    tariffs: new TariffBook(await communities.tariffs(communityId), community.timeZone),
    accounts: await loadAccounts(database, communityId),
    flexibleWh: await loadFlexibleWh(database, communityId),
  };
}

async function loadAccounts({ pool }: Database, communityId: number): Promise<Accounts> {
  const { rows } = await pool.query<{ id: number; kind: string; node_id: number | null }>(
    'SELECT id, kind, node_id FROM account WHERE community_id = $1',
    [communityId],
  );
  const only = (kind: string): number => {
    const account = rows.find((row) => row.kind === kind);
    if (account === undefined) throw new Error(`community ${communityId} has no ${kind} account`);
    return account.id;
  };
  return {
    ofNode: new Map(rows.flatMap(({ id, node_id }) => (node_id === null ? [] : [[node_id, id]]))),
    utility: only('utility'),
    gridOperator: only('grid-operator'),
    community: only('community'),
  };
}

async function loadFlexibleWh({ pool }: Database, communityId: number): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ node_id: number; power_w: number }>(
    'SELECT node_id, sum(power_w) AS power_w FROM battery WHERE community_id = $1 GROUP BY node_id',
    [communityId],
  );
  return new Map(rows.map(({ node_id, power_w }) => [node_id, flexibleWhOf(power_w)]));
}

/** What batteries of so many watts in all can move in one interval, in Wh. */
export function flexibleWhOf(powerW: number): number {
  return Math.floor(powerW / INTERVALS_PER_HOUR);
}
