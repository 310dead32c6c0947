import { Injectable } from '@nestjs/common';
import { MAX_REPLAY_DAYS, type NodeReplay, type ReplayQuery, type Strategy } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { formatInstant } from '@ceex/units';
import { flexibleWhOf } from '../clearing/clearing-community';
import { CommunitiesRepository } from '../communities/communities.repository';
import { FindCommunity, type PricedCommunity } from '../communities/find-community';
import { nothing } from '../metrics/energy-and-money';
import { parseRange, type TimeRange } from '../metrics/time-range';
import { FindNode } from '../nodes/find-node';
import { NodesRepository, type NodeRow } from '../nodes/nodes.repository';
import { refuseUnfitFlexibility } from '../strategies/set-strategy';
import { ActualTotals } from './actual-totals';
import { keyedGrid } from './keyed-grid';
import { PastBlocks } from './past-blocks';
import { compare, sumOf, type Compared } from './proposed-totals';
import { ReplayPool } from './replay-pool';
import { segmentsOf, tariffSpans, type TariffSpan } from './tariff-spans';

const DAY_MS = 86_400_000;
/** A market that clears while it is read is read again; it clears every quarter of an hour. */
const ATTEMPTS = 3;

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
    const community = await this.findCommunity.priced(node.communityId);
    const range = yearAtMost(parseRange(query, community.timeZone));
    const { intervals, ...compared } = await this.settled(node, community, range, strategy, signal);
    return {
      nodeId,
      timeZone: community.timeZone,
      currency: community.currency,
      start: formatInstant(range.startMs),
      end: formatInstant(range.endMs),
      intervals,
      strategy,
      ...compared,
    };
  }

  /** Both totals, of one and the same state of the clearings. */
  private async settled(
    node: NodeRow,
    community: PricedCommunity,
    range: TimeRange,
    strategy: Strategy,
    signal: AbortSignal,
  ): Promise<Compared & { intervals: number }> {
    const { communityId } = community;
    const [grid, flexibleWh] = await Promise.all([
      this.communities.grid(communityId).then(keyedGrid),
      strategy.kind === 'flexibility' ? this.flexibleWh(node) : 0,
    ]);
    const spans = tariffSpans(community, range);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const past = await this.past.read(communityId, grid, range);
      const segments = segmentsOf(past.blocks, spans);
      const task = { gridText: grid.text, nodeId: node.nodeId, strategy, flexibleWh, segments };
      const [replayed, actual] = await Promise.all([
        this.pool.run({ ...task, terms: spans.map(({ terms }) => terms) }, signal),
        Promise.all(spans.map((span) => this.actual.read(community, node.nodeId, span))),
      ]);
      if (!(await this.past.isCurrent(communityId, past))) continue;
      const none = { ...nothing(), unsoldWh: 0, unboughtWh: 0 };
      const parts = spans.map(({ terms }: TariffSpan, at) =>
        compare(actual[at] ?? none, replayed[at] as NonNullable<(typeof replayed)[number]>, terms.prices),
      );
      return {
        intervals: replayed.reduce((sum, totals) => sum + totals.intervals, 0),
        current: sumOf(
          parts.map(({ current }) => current),
          none,
        ),
        proposed: sumOf(
          parts.map(({ proposed }) => proposed),
          none,
        ),
      };
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

function yearAtMost(range: TimeRange): TimeRange {
  if (range.endMs - range.startMs <= (MAX_REPLAY_DAYS + 1 / 24) * DAY_MS) return range;
  const message = `must be at most ${MAX_REPLAY_DAYS} days after startDate`;
  throw new Failure('bad-request', { errors: [{ path: 'endDate', message }] });
}
