import type { FoundCommunity } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { DatabaseError } from 'pg';
import type { Database } from '../database/database';
import { checkFoundingBody } from './check-body';
import { insertAccounts, insertAssets, insertCommunity, insertNodes, insertTariffs } from './founding.repository';

export interface FoundedCommunity {
  readonly communityId: number;
  /** In the order they were given. */
  readonly nodes: readonly { readonly nodeId: number; readonly code: string }[];
}

const UNIQUE_VIOLATION = '23505';

/**
 * Founds a community in one transaction: grid, households with their assets and strategies, accounts, tariffs.
 * Fails with `not-a-tree` naming the node, `unprocessable` with the fields at fault, or `conflict` where a metering
 * point belongs to another community already.
 */
export async function foundCommunity(database: Database, body: FoundCommunity): Promise<FoundedCommunity> {
  checkFoundingBody(body);
  try {
    return await database.transaction(async (client) => {
      const communityId = await insertCommunity(client, body);
      const ids = await insertNodes(client, communityId, body.grid, body.households);
      const idOf = (code: string): number => ids.get(code) as number;
      await insertAssets(client, communityId, body.households, ids);
      await insertAccounts(
        client,
        communityId,
        body.households.map(({ node }) => idOf(node)),
      );
      await insertTariffs(client, communityId, body.tariffs);
      return { communityId, nodes: body.grid.map(({ code }) => ({ nodeId: idOf(code), code })) };
    });
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION && error.table === 'node') {
      throw new Failure('conflict', { detail: 'a metering point belongs to another community already' });
    }
    throw error;
  }
}
