import type { CommunityFlows, GridView } from '@ceex/contracts';
import type { MapNode } from '../flows/line-flows';

const base = {
  lengthM: 40,
  rating: 160,
  ratingUnit: 'A',
  capacityUpWh: 4_000,
  capacityDownWh: 2_000,
  feeUpMicroPerKwh: 0,
  feeDownMicroPerKwh: 0,
  produces: false,
} as const;

function node(nodeId: number, parentId: number | null, kind: MapNode['kind'], label: string, x: number): MapNode {
  const code = `n${nodeId}`;
  return { ...base, nodeId, parentId, code, parent: parentId === null ? null : `n${parentId}`, kind, label, x, y: x };
}

/** A transformer, a cabinet, and at it the houses 3 (with a PV system), 4 and 5. */
export const SMALL_GRID: GridView = {
  communityId: 1,
  nodes: [
    node(1, null, 'transformer', 'Trafo Dorf', 0),
    node(2, 1, 'cabinet', 'Kabine Lindenweg', 10),
    { ...node(3, 2, 'household', 'Lindenweg 3', 20), produces: true },
    node(4, 2, 'household', 'Lindenweg 4', 30),
    node(5, 2, 'household', 'Lindenweg 5', 40),
  ],
};

/** Two intervals from 12:00 UTC: house 3 sells; the line of house 4 is not shown. */
export function smallFlows(changes: Partial<CommunityFlows> = {}): CommunityFlows {
  return {
    communityId: 1,
    timeZone: 'Europe/Zurich',
    start: '2026-11-21T23:00:00Z',
    end: '2026-11-22T23:00:00Z',
    scope: 'member',
    intervals: [
      { start: '2026-11-22T12:00:00Z', tradedWh: 3_000, priceMicroPerKwh: 142_000 },
      { start: '2026-11-22T12:15:00Z', tradedWh: 0, priceMicroPerKwh: null },
    ],
    edges: [
      { nodeId: 2, flowsWh: [-1_700, 0], peakShare: 8_500 },
      { nodeId: 3, flowsWh: [1_000, 0], peakShare: 2_500 },
    ],
    prices: [
      { nodeId: 1, pricesMicroPerKwh: [141_000, null] },
      { nodeId: 2, pricesMicroPerKwh: [142_000, null] },
      { nodeId: 3, pricesMicroPerKwh: [142_000, null] },
    ],
    ...changes,
  };
}
