import { Failure } from '@ceex/server';
import type { Database } from '../database/database';

/** Changes what neighbours see of a household. Fails with `not-found` for a node that is none. */
export async function setLabel(database: Database, nodeId: number, label: string): Promise<void> {
  const { rowCount } = await database.pool.query(`UPDATE node SET label = $2 WHERE id = $1 AND kind = 'household'`, [
    nodeId,
    label,
  ]);
  if (rowCount === 0) throw new Failure('not-found', { detail: `there is no household ${nodeId}` });
}
