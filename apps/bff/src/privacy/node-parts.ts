import { engineRoutes } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { AskEngine } from '../directory/ask-engine';
import type { Caller } from '../users/caller';

const PAGE = 200;
/** Some years of trades of one node; a longer life is told in its days all the same. */
export const MAX_TRADES = 200_000;
/** As many days as the engine tells at once: five years. */
const MAX_DAYS = 5 * 365;
const DAY_MS = 86_400_000;

/** What the engine keeps about a node, asked with the rights of its user. */
@Injectable()
export class NodeParts {
  constructor(private readonly askEngine: AskEngine) {}

  async profile(caller: Caller, nodeId: number): Promise<Record<string, unknown>> {
    const params = { nodeId };
    const { getNodeProfile, getNodeStrategy, getNodePlants } = engineRoutes;
    return {
      profile: await this.askEngine.run(getNodeProfile, { params }, caller),
      strategy: await this.askEngine.run(getNodeStrategy, { params }, caller),
      plants: await this.askEngine.run(getNodePlants, { params }, caller),
    };
  }

  /** Energy and money of each day that has any. */
  async days(caller: Caller, nodeId: number, now: Date): Promise<readonly object[]> {
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const query = {
      startDate: day(now.getTime() - MAX_DAYS * DAY_MS),
      endDate: day(now.getTime()),
      resolution: 'day',
    };
    const metrics = await this.askEngine.run(engineRoutes.getNodeMetrics, { params: { nodeId }, query }, caller);
    return metrics.points.filter(({ intervals }) => intervals > 0);
  }

  /** All trades, newest first, page by page. */
  async *trades(caller: Caller, nodeId: number): AsyncGenerator<readonly object[]> {
    let cursor: string | undefined;
    for (let told = 0; told < MAX_TRADES; told += PAGE) {
      const query = { limit: PAGE, cursor };
      const page = await this.askEngine.run(engineRoutes.getNodeTrades, { params: { nodeId }, query }, caller);
      yield page.trades;
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }
}
