import { Injectable } from '@nestjs/common';
import type { NodeReplay, ReplayQuery, Strategy } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { formatInstant } from '@ceex/units';
import { flexibleWhOf } from '../clearing/clearing-community';
import { CommunitiesRepository } from '../communities/communities.repository';
import { FindCommunity, type PricedCommunity } from '../communities/find-community';
import type { TimeRange } from '../metrics/time-range';
import { FindNode } from '../nodes/find-node';
import { NodesRepository, type NodeRow } from '../nodes/nodes.repository';
import { refuseUnfitFlexibility } from '../strategies/set-strategy';
import { ActualTotals } from './actual-totals';
import { keyedGrid, type KeyedGrid } from './keyed-grid';
import { PastBlocks } from './past-blocks';
import { compareAll, type Compared } from './compared-totals';
import { ReplayPool } from './replay-pool';
import { replayRange } from './replay-range';
import { segmentsOf, tariffSpans } from './tariff-spans';

/** A market that clears while it is read is read again; it clears every quarter of an hour. */
const ATTEMPTS = 3;

interface Asked {
  readonly node: NodeRow;
  readonly community: PricedCommunity;
  readonly grid: KeyedGrid;
  readonly range: TimeRange;
  readonly strategy: Strategy;
}

/** What another strategy would have made of a household's past, everybody else's orders being what they were. */
@Injectable()
export class ReplayStrategy {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly communities: CommunitiesRepository,
    private readonly nodes: NodesRepository,
    private readonly past: PastBlocks,
    private readonly actual: ActualTotals,
    private readonly pool: ReplayPool,
  ) {}

  /**
   * `signal` stops it. Fails with `not-found` for a node that is no household, `bad-request` for a range that is none
   * or longer than a year, `unprocessable` for a flexibility price without that strategy, `busy`.
   */
  async run(nodeId: number, query: ReplayQuery, signal: AbortSignal): Promise<NodeReplay> {
    const node = await this.findNode.byId(nodeId);
    if (node.kind !== 'household') throw new Failure('not-found', { detail: `Node ${nodeId} is no household.` });
    const strategy = strategyOf(query);
    refuseUnfitFlexibility(strategy);
    const [community, rows] = await Promise.all([
      this.findCommunity.priced(node.communityId),
      this.communities.grid(node.communityId),
    ]);
    const households = rows.filter(({ kind }) => kind === 'household').length;
    const range = replayRange(query, community.timeZone, households);
    const asked = { node, community, grid: keyedGrid(rows), range, strategy };
    return {
      nodeId,
      timeZone: community.timeZone,
      currency: community.currency,
      start: formatInstant(range.startMs),
      end: formatInstant(range.endMs),
      strategy,
      ...(await this.settled(asked, signal)),
    };
  }

  /** Both totals, of one and the same state of the clearings. */
  private async settled(asked: Asked, signal: AbortSignal): Promise<Compared> {
    const { node, community, grid, range, strategy } = asked;
    const { communityId } = community;
    const flexibleWh = strategy.kind === 'flexibility' ? await this.flexibleWh(node) : 0;
    const spans = tariffSpans(community, range);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const past = await this.past.read(communityId, grid, range);
      const segments = segmentsOf(past.blocks, spans);
      const task = { gridText: grid.text, nodeId: node.nodeId, strategy, flexibleWh, segments };
      const [replayed, actual] = await Promise.all([
        this.pool.run({ ...task, terms: spans.map(({ terms }) => terms) }, signal),
        Promise.all(spans.map((span) => this.actual.read(community, node.nodeId, span))),
      ]);
      if (await this.past.isCurrent(communityId, past, range)) return compareAll(actual, replayed, spans);
    }
    throw new Failure('busy', { detail: 'The market is clearing.', headers: { 'retry-after': '1' } });
  }

  private async flexibleWh(node: NodeRow): Promise<number> {
    const batteries = await this.nodes.batteries(node);
    return flexibleWhOf(batteries.reduce((sum, { powerW }) => sum + powerW, 0));
  }
}

function strategyOf(query: ReplayQuery): Strategy {
  return {
    kind: query.kind,
    lowestSellMicroPerKwh: query.lowestSellMicroPerKwh ?? null,
    highestPayMicroPerKwh: query.highestPayMicroPerKwh ?? null,
    flexibilityMicroPerKwh: query.flexibilityMicroPerKwh ?? null,
  };
}
