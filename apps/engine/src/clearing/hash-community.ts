import { createHash } from 'node:crypto';
import { to } from 'pg-copy-streams';
import type { Database } from '../database/database';

/** Everything that clearing makes, in the order of its keys, without what a clock or a batch decides. */
const RESULTS = [
  `SELECT starts_at, version, cause, limits_as_of, traded_wh, traded_nano, welfare_nano, fees_nano, rent_nano,
     order_nodes, order_sides, order_quantities_wh, order_limits, order_fills_wh, price_nodes, prices, flows_wh
   FROM clearing WHERE community_id = $ ORDER BY starts_at, version`,
  'SELECT * FROM trade WHERE community_id = $ ORDER BY starts_at, version, position',
  'SELECT * FROM posting WHERE community_id = $ ORDER BY starts_at, account_id, version, kind',
  'SELECT * FROM node_day WHERE community_id = $ ORDER BY node_id, day',
  'SELECT * FROM community_day WHERE community_id = $ ORDER BY day',
];

/** SHA-256 (hexadecimal) over all results of a community. Two runs over the same readings give the same one. */
export async function hashCommunity(database: Database, communityId: number): Promise<string> {
  if (!Number.isInteger(communityId)) throw new RangeError(`${communityId} is no community`);
  const hash = createHash('sha256');
  await database.transaction(async (client) => {
    // One snapshot, even while somebody clears.
    await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const query of RESULTS) {
      // COPY takes no parameters; an integer is safe to write out.
      const rows = client.query(to(`COPY (${query.replace('$', String(communityId))}) TO STDOUT`));
      for await (const chunk of rows) hash.update(chunk as Buffer);
      hash.update('\n--\n');
    }
  });
  return hash.digest('hex');
}
