import { Injectable } from '@nestjs/common';
import { MAX_FLOW_INTERVALS, MAX_FLOWS, type Claims, type CommunityFlows } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { formatInstant, INTERVAL_MS } from '@ceex/units';
import { CommunitiesRepository, type GridRow } from '../communities/communities.repository';
import { FindCommunity } from '../communities/find-community';
import { localPrice } from '../metrics/local-price';
import { parseRange, type TimeRange } from '../metrics/time-range';
import { FlowsRepository, type FlowRow } from './flows.repository';
import { seesAll } from './sees-all';
import { visibleEdges } from './visible-edges';

/** Flows and prices of a community, interval by interval, as far as the caller may see them. */
@Injectable()
export class ReadCommunityFlows {
  constructor(
    private readonly findCommunity: FindCommunity,
    private readonly communities: CommunitiesRepository,
    private readonly flows: FlowsRepository,
  ) {}

  async run(
    communityId: number,
    query: { startDate: string; endDate: string },
    caller: Claims,
  ): Promise<CommunityFlows> {
    const { timeZone } = await this.findCommunity.byId(communityId);
    const range = parseRange(query, timeZone);
    const grid = await this.communities.grid(communityId);
    const isOperator = seesAll(caller, communityId);
    const visible = isOperator
      ? new Set(grid.filter(({ parentId }) => parentId !== null).map(({ nodeId }) => nodeId))
      : visibleEdges(grid, new Set(caller.nodes));
    refuseTooMany(range, visible.size);
    const rows = await this.flows.flows(communityId, range);
    const indexes = rows.map(({ nodes }) => new Map(nodes.map((nodeId, position) => [nodeId, position])));
    const seen = grid.filter(({ nodeId }) => visible.has(nodeId));
    const priced = grid.filter(({ nodeId, parentId }) => parentId === null || visible.has(nodeId));
    return {
      communityId,
      timeZone,
      start: formatInstant(range.startMs),
      end: formatInstant(range.endMs),
      scope: isOperator ? 'operator' : 'member',
      intervals: rows.map((row) => ({
        start: formatInstant(row.startsAt.getTime()),
        tradedWh: row.tradedWh,
        priceMicroPerKwh: localPrice(row),
      })),
      edges: seen.map((node) => edgeOf(node, rows, indexes)),
      prices: priced.map(({ nodeId }) => ({
        nodeId,
        pricesMicroPerKwh: rows.map(({ prices }, at) => prices[indexes[at]?.get(nodeId) ?? -1] ?? null),
      })),
    };
  }
}

function refuseTooMany({ startMs, endMs }: TimeRange, edges: number): void {
  const intervals = Math.ceil((endMs - startMs) / INTERVAL_MS);
  if (intervals > MAX_FLOW_INTERVALS) {
    throw new Failure('too-many-points', {
      detail: `The range has ${intervals} intervals, more than ${MAX_FLOW_INTERVALS}.`,
    });
  }
  if (intervals * edges > MAX_FLOWS) {
    throw new Failure('too-many-points', {
      detail: `${intervals} intervals of ${edges} edges are more than ${MAX_FLOWS}: ask for a shorter range.`,
    });
  }
}

function edgeOf(
  { nodeId, capacityUpWh, capacityDownWh }: GridRow,
  rows: readonly FlowRow[],
  indexes: readonly ReadonlyMap<number, number>[],
): CommunityFlows['edges'][number] {
  const flowsWh = rows.map((row, at) => row.flowsWh[indexes[at]?.get(nodeId) ?? -1] ?? 0);
  const shares = flowsWh.flatMap((flowWh) => {
    const capacityWh = flowWh < 0 ? capacityDownWh : capacityUpWh;
    return capacityWh === null ? [] : [capacityWh === 0 ? 0 : Math.floor((Math.abs(flowWh) * 10_000) / capacityWh)];
  });
  return { nodeId, flowsWh, peakShare: shares.length === 0 ? null : Math.max(...shares) };
}
