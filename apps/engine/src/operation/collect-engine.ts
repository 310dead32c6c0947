import { type Collect, observePool } from '@ceex/server';
import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../database/database';
import { ReplayPool } from '../replay/replay-pool';
import { clearingLag, clearingOverdue, markets, pendingIntervals, replaysOpen } from './engine-metrics';

interface Waiting {
  readonly intervals: number;
  readonly lag: number;
  readonly overdue: number;
  readonly open: number;
  readonly stopped: number;
}

// An interval is due a community's deadline after it began to wait (`markPending`); what an operator wants, at once.
const WAITING = `
SELECT count(p.starts_at) AS intervals,
  coalesce(max(extract(epoch FROM now() - p.due_at)
    + CASE p.cause WHEN 'operator' THEN 0 ELSE 60 * c.deadline_minutes END), 0)::float8 AS lag,
  greatest(0, coalesce(max(extract(epoch FROM now() - p.due_at)), 0))::float8 AS overdue,
  (SELECT count(*) FROM community WHERE status = 'open') AS open,
  (SELECT count(*) FROM community WHERE status = 'stopped') AS stopped
FROM pending_interval p JOIN community c ON c.id = p.community_id AND c.status = 'open'`;

/** Looks up the engine's figures that lie in the database. Each replica sees the same ones: take their maximum. */
export function collectEngine(app: INestApplicationContext): Collect {
  const { pool } = app.get(Database, { strict: false });
  const replays = app.get(ReplayPool, { strict: false });
  return async () => {
    observePool(pool);
    replaysOpen.set(replays.open);
    const { rows } = await pool.query<Waiting>(WAITING);
    const { intervals, lag, overdue, open, stopped } = rows[0] as Waiting;
    pendingIntervals.set(intervals);
    clearingLag.set(Math.max(0, lag));
    clearingOverdue.set(overdue);
    markets.set({ state: 'open' }, open);
    markets.set({ state: 'stopped' }, stopped);
  };
}
