import type { Queryable } from './database';

/** Sets these locks apart from other advisory locks of the same database. */
const LOCK_SPACE = 0xce;

/**
 * Waits for the community's lock and holds it until the transaction ends. Whatever writes readings, clearings or
 * pending intervals takes it first, so that two engines never clear an interval twice.
 */
export async function lockCommunity(client: Queryable, communityId: number): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK_SPACE, communityId]);
}
