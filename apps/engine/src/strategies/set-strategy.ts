import type { Strategy } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import type { Database } from '../database/database';

export interface SetStrategy {
  readonly nodeId: number;
  readonly strategy: Strategy;
  /** Pseudonym of who set it. */
  readonly setBy: string;
  readonly nowMs: number;
}

/**
 * Sets a household's strategy from now on; earlier ones stay known. Fails with `not-found` for a node that is no
 * household, `unprocessable` for a flexibility price without that strategy.
 */
export async function setStrategy(database: Database, { nodeId, strategy, setBy, nowMs }: SetStrategy): Promise<void> {
  refuseUnfitFlexibility(strategy);
  const { rowCount } = await database.pool.query(
    `INSERT INTO strategy (community_id, node_id, valid_from, kind, lowest_sell, highest_pay, flexibility, set_by)
     SELECT community_id, id, $2, $3, $4, $5, $6, $7 FROM node WHERE id = $1 AND kind = 'household'
     ON CONFLICT (community_id, node_id, valid_from) DO UPDATE SET (kind, lowest_sell, highest_pay, flexibility, set_by)
       = (excluded.kind, excluded.lowest_sell, excluded.highest_pay, excluded.flexibility, excluded.set_by)`,
    [
      nodeId,
      new Date(nowMs),
      strategy.kind,
      strategy.lowestSellMicroPerKwh,
      strategy.highestPayMicroPerKwh,
      strategy.flexibilityMicroPerKwh,
      setBy,
    ],
  );
  if (rowCount === 0) throw new Failure('not-found', { detail: `there is no household ${nodeId}` });
}

/** Fails with `unprocessable` where a flexibility price comes with another strategy: it would have no effect. */
export function refuseUnfitFlexibility(strategy: Strategy): void {
  if (strategy.flexibilityMicroPerKwh === null || strategy.kind === 'flexibility') return;
  const message = 'only with the strategy "flexibility"';
  throw new Failure('unprocessable', { errors: [{ path: 'flexibilityMicroPerKwh', message }] });
}
