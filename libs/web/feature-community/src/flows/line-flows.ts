import type { CommunityFlows, GridView } from '@ceex/contracts';
import type { Wh } from '@ceex/units';

export type MapNode = GridView['nodes'][number];

/** What a line carries of the trade in an interval. */
export interface LineFlow {
  /** The node at its lower end names the line. */
  readonly node: MapNode;
  readonly parent: MapNode;
  /** Positive toward the root; null: not shown, since it would tell of a single neighbour. */
  readonly flowWh: Wh | null;
  /** How much of what the line lets through in that direction is used: 10 000 is all; null without a limit. */
  readonly shareBp: number | null;
  /** The most of the whole day. */
  readonly peakBp: number | null;
}

/** From four fifths of its limit on a line is near it. */
export const NEAR_BP = 8_000;
const ALL_BP = 10_000;

export function isNear(shareBp: number | null): shareBp is number {
  return shareBp !== null && shareBp >= NEAR_BP;
}

/**
 * All lines of a grid with what they carry in the interval at `index` of the flows; -1 for an interval that was not
 * cleared: then nothing flows that could be told of.
 */
export function lineFlows(nodes: readonly MapNode[], flows: CommunityFlows | undefined, index: number): LineFlow[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const edges = new Map((flows?.edges ?? []).map((edge) => [edge.nodeId, edge]));
  return nodes.flatMap((node) => {
    const parent = node.parentId === null ? undefined : byId.get(node.parentId);
    if (parent === undefined) return [];
    const edge = edges.get(node.nodeId);
    const flowWh = edge?.flowsWh[index] ?? null;
    return [{ node, parent, flowWh, shareBp: shareOf(node, flowWh), peakBp: edge?.peakShare ?? null }];
  });
}

function shareOf({ capacityUpWh, capacityDownWh }: MapNode, flowWh: Wh | null): number | null {
  const capacityWh = flowWh !== null && flowWh < 0 ? capacityDownWh : capacityUpWh;
  if (flowWh === null || capacityWh === null) return null;
  return capacityWh === 0 ? 0 : Math.floor((Math.abs(flowWh) * ALL_BP) / capacityWh);
}

/** The most that any line carries in any interval of the day: so that widths mean the same all day long. At least 1. */
export function largestFlowWh(flows: CommunityFlows | undefined): Wh {
  let largest = 1;
  for (const { flowsWh } of flows?.edges ?? []) for (const wh of flowsWh) largest = Math.max(largest, Math.abs(wh));
  return largest;
}

/** The ends of a line in the direction of its flow. */
export function directed({ node, parent, flowWh }: LineFlow): { readonly from: MapNode; readonly to: MapNode } {
  return flowWh !== null && flowWh < 0 ? { from: parent, to: node } : { from: node, to: parent };
}
