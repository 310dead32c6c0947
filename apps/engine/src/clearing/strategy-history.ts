import type { Strategy } from '@ceex/contracts';
import type { Queryable } from '../database/database';

interface Dated {
  readonly validFromMs: number;
  readonly strategy: Strategy;
}

/** What every household chose, and when. */
export class StrategyHistory {
  readonly #byNode = new Map<number, Dated[]>();

  /** Strategies of one node are added in the order of their validity. */
  add(nodeId: number, validFromMs: number, strategy: Strategy): void {
    const dated = this.#byNode.get(nodeId);
    if (dated === undefined) this.#byNode.set(nodeId, [{ validFromMs, strategy }]);
    else dated.push({ validFromMs, strategy });
  }

  /** The newest strategy of a node that was set before an instant; undefined where there was none. */
  asOf(nodeId: number, instantMs: number): Strategy | undefined {
    const dated = this.#byNode.get(nodeId);
    if (dated === undefined) return undefined;
    // From the end, because nearly every look-up wants the newest.
    for (let index = dated.length - 1; index >= 0; index--) {
      const { validFromMs, strategy } = dated[index] as Dated;
      if (validFromMs < instantMs) return strategy;
    }
    return undefined;
  }
}

export async function loadStrategies(client: Queryable, communityId: number): Promise<StrategyHistory> {
  const { rows } = await client.query<Strategy & { node_id: number; valid_from: Date }>(
    `SELECT node_id, valid_from, kind, lowest_sell AS "lowestSellMicroPerKwh",
       highest_pay AS "highestPayMicroPerKwh", flexibility AS "flexibilityMicroPerKwh"
     FROM strategy WHERE community_id = $1 ORDER BY node_id, valid_from`,
    [communityId],
  );
  const history = new StrategyHistory();
  for (const { node_id, valid_from, ...strategy } of rows) history.add(node_id, valid_from.getTime(), strategy);
  return history;
}
