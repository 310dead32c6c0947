import { Failure } from '@ceex/server';
import { lockCommunity } from '../database/community-lock';
import type { Database } from '../database/database';

/** A range of instants, half open. */
export interface ClearAgainRange {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Marks the cleared intervals of a range pending, to be cleared again with the limits that hold now; says how many.
 * Fails with `bad-request` for an empty range, `not-found`, or `market-stopped`.
 */
export async function clearAgain(
  database: Database,
  communityId: number,
  { startMs, endMs }: ClearAgainRange,
  nowMs: number,
): Promise<number> {
  if (!(startMs < endMs)) {
    throw new Failure('bad-request', { errors: [{ path: 'end', message: 'must lie after the start' }] });
  }
  return database.transaction(async (client) => {
    await lockCommunity(client, communityId);
    const { rows } = await client.query<{ status: string }>('SELECT status FROM community WHERE id = $1', [
      communityId,
    ]);
    if (rows[0] === undefined) throw new Failure('not-found', { detail: `there is no community ${communityId}` });
    if (rows[0].status !== 'open')
      throw new Failure('market-stopped', { detail: 'the market of the community stopped' });
    const { rowCount } = await client.query(
      `INSERT INTO pending_interval (community_id, starts_at, cause, due_at, limits_as_of)
       SELECT DISTINCT $1::integer, starts_at, 'operator', $4::timestamptz, $4::timestamptz FROM clearing
       WHERE community_id = $1 AND starts_at >= $2 AND starts_at < $3
       ON CONFLICT (community_id, starts_at)
       DO UPDATE SET cause = excluded.cause, due_at = excluded.due_at, limits_as_of = excluded.limits_as_of`,
      [communityId, new Date(startMs), new Date(endMs), new Date(nowMs)],
    );
    return rowCount ?? 0;
  });
}
