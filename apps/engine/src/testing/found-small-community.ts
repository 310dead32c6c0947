import { clearPending } from '../clearing/clear-pending';
import { foundCommunity } from '../founding/found-community';
import { HOUSES, smallCommunity } from './small-community';
import type { TestEngine } from './test-engine';

export interface SmallCommunity {
  readonly communityId: number;
  /** Ids of the nodes by code. */
  readonly nodes: Readonly<Record<string, number>>;
  /** Ids of the four households. */
  readonly houses: readonly number[];
  /** Imports readings through the API and clears what they complete. */
  importAndClear(csv: string): Promise<void>;
  clear(): Promise<void>;
}

/** Founds the small community; nothing is read or cleared yet. */
export async function foundSmallCommunity(engine: TestEngine, name?: string): Promise<SmallCommunity> {
  const founded = await foundCommunity(engine.database, smallCommunity(name));
  const { communityId } = founded;
  const nodes = Object.fromEntries(founded.nodes.map(({ code, nodeId }) => [code, nodeId]));
  const clear = async (): Promise<void> => {
    const { fault } = await clearPending(engine.database, communityId, { nowMs: engine.clock.nowMs });
    if (fault) throw fault;
  };
  return {
    communityId,
    nodes,
    houses: HOUSES.map((code) => nodes[code] ?? 0),
    clear,
    async importAndClear(csv) {
      const request = engine.send('post', `/community/${communityId}/readings`).set('Content-Type', 'text/csv');
      const { status, body } = await request.send(csv);
      if (status !== 200) throw new Error(`import: ${status} ${JSON.stringify(body)}`);
      await clear();
    },
  };
}
