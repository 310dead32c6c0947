import type { Tariff } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { localDay } from '@ceex/units';
import type { Database } from '../database/database';
import { insertTariffs } from '../founding/founding.repository';

/**
 * Adds a tariff, or replaces one that does not hold yet. Fails with `conflict` where it would begin today or earlier: what
 * has been cleared was cleared at the tariff of its day. `not-found` for an unknown community.
 */
export async function putTariff(database: Database, communityId: number, tariff: Tariff, nowMs: number): Promise<void> {
  await database.transaction(async (client) => {
    const { rows } = await client.query<{ time_zone: string }>(
      'SELECT time_zone FROM community WHERE id = $1 FOR UPDATE',
      [communityId],
    );
    const community = rows[0];
    if (community === undefined) throw new Failure('not-found', { detail: `there is no community ${communityId}` });
    if (tariff.validFrom <= localDay(nowMs, community.time_zone)) {
      const message = `must lie in the future: a tariff from ${tariff.validFrom} would change one that holds already`;
      throw new Failure('conflict', { detail: message, errors: [{ path: 'validFrom', message }] });
    }
    await client.query('DELETE FROM tariff WHERE community_id = $1 AND valid_from = $2', [
      communityId,
      tariff.validFrom,
    ]);
    await insertTariffs(client, communityId, [tariff]);
  });
}
