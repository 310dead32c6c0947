import { INTERVAL_MS } from '@ceex/units';
import type { PoolClient } from 'pg';
import { lockCommunity } from '../database/community-lock';
import type { Database } from '../database/database';
import { loadClearingCommunity, type ClearingCommunity } from './clearing-community';
import { clearInterval, MarketFault } from './clear-interval';
import { isOpen, stopMarket } from './market-status';
import { deletePending, nextPendingDays, readPending, type DaySpan, type PendingInterval } from './pending-intervals';
import { rollUpDays } from './roll-ups';
import { ClearingStore, reverseFormerPostings } from './store-clearings';
import { loadStrategies } from './strategy-history';

/** Local days in one transaction. More would save little and hold locks and memory longer. */
const DAYS_AT_ONCE = 7;

export interface ClearOptions {
  readonly nowMs: number;
  /** Told after each transaction how many intervals have been cleared so far. */
  readonly onProgress?: (intervals: number) => void;
  /** Asked between two transactions: no further one begins. */
  readonly isEnding?: () => boolean;
}

export interface ClearResult {
  readonly intervals: number;
  /** Why the market stopped, where it did. */
  readonly fault: MarketFault | null;
}

/**
 * Clears what waits in a community and is complete or due, some local days a transaction, each interval exactly once
 * for each version. Several engines may do so at the same time. An interval that does not verify stops the community:
 * its transaction is rolled back and nothing of it stored.
 */
export async function clearPending(
  database: Database,
  communityId: number,
  options: ClearOptions,
): Promise<ClearResult> {
  const community = await loadClearingCommunity(database, communityId);
  let intervals = 0;
  // Everything that has ended; incomplete days are passed over, not waited for.
  let rest: DaySpan | null = { fromMs: 0, toMs: options.nowMs - (options.nowMs % INTERVAL_MS) };
  try {
    while (rest !== null && !options.isEnding?.()) {
      const span: DaySpan = rest;
      const batch: Batch = await database.transaction((client) => clearBatch(client, community, span, options.nowMs));
      intervals += batch.cleared;
      rest = batch.rest;
      if (batch.cleared > 0) options.onProgress?.(intervals);
    }
    return { intervals, fault: null };
  } catch (error) {
    if (!(error instanceof MarketFault)) throw error;
    await database.transaction((client) => stopMarket(client, communityId, error));
    return { intervals, fault: error };
  }
}

interface Batch {
  readonly cleared: number;
  readonly rest: DaySpan | null;
}

/** One transaction: the next days that have something pending. */
async function clearBatch(
  client: PoolClient,
  community: ClearingCommunity,
  span: DaySpan,
  nowMs: number,
): Promise<Batch> {
  await lockCommunity(client, community.communityId);
  if (!(await isOpen(client, community.communityId))) return { cleared: 0, rest: null };
  const days = await nextPendingDays(client, community, span, DAYS_AT_ONCE);
  if (days === null) return { cleared: 0, rest: null };
  const pending = await readPending(client, community.communityId, days);
  const ready = pending.filter((interval) => isReady(community, interval, nowMs));
  if (ready.length > 0) await clearIntervals(client, community, ready);
  return { cleared: ready.length, rest: { fromMs: days.toMs, toMs: span.toMs } };
}

function isReady({ accounts }: ClearingCommunity, { nodes, dueMs }: PendingInterval, nowMs: number): boolean {
  return nodes.length === accounts.ofNode.size || dueMs <= nowMs;
}

async function clearIntervals(
  client: PoolClient,
  community: ClearingCommunity,
  ready: readonly PendingInterval[],
): Promise<void> {
  const { communityId } = community;
  const strategies = await loadStrategies(client, communityId);
  const store = new ClearingStore(client, communityId);
  try {
    for (const interval of ready) await store.add(clearInterval(community, strategies, interval));
    await store.finish();
  } catch (error) {
    await store.abort(error as Error);
    throw error;
  }
  await reverseFormerPostings(client, communityId, ready);
  const startsMs = ready.map(({ startMs }) => startMs);
  await rollUpDays(client, community, startsMs);
  await deletePending(client, communityId, startsMs);
  await client.query(
    `INSERT INTO event (community_id, kind, first_starts_at, last_starts_at, intervals)
     VALUES ($1, 'cleared', $2, $3, $4)`,
    [communityId, new Date(startsMs[0] as number), new Date(startsMs.at(-1) as number), startsMs.length],
  );
}
