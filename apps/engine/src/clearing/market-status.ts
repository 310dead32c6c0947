import { lockCommunity } from '../database/community-lock';
import type { Queryable } from '../database/database';
import type { MarketFault } from './clear-interval';

export async function isOpen(client: Queryable, communityId: number): Promise<boolean> {
  const { rows } = await client.query<{ status: string }>('SELECT status FROM community WHERE id = $1', [communityId]);
  return rows[0]?.status === 'open';
}

/** A community whose clearing did not verify trades no more until somebody has looked into it. */
export async function stopMarket(client: Queryable, communityId: number, fault: MarketFault): Promise<void> {
  await lockCommunity(client, communityId);
  const { rowCount } = await client.query(
    `UPDATE community SET status = 'stopped', status_reason = $2 WHERE id = $1 AND status = 'open'`,
    [communityId, fault.message],
  );
  if (rowCount === 0) return;
  await client.query(
    `INSERT INTO event (community_id, kind, first_starts_at, last_starts_at, intervals)
     VALUES ($1, 'stopped', $2, $2, 1)`,
    [communityId, new Date(fault.startMs)],
  );
}
