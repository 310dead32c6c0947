import type { Facts } from './facts';

/** Nodes that belong together, by node number; a region is named by its node nearest the root. */
export interface Regions {
  /** Joined by edges without fee whose capacity could not bind whatever is traded. */
  readonly zone: Int32Array;
  /**
   * Joined by edges, inside a zone or such that one more Wh and one less over them cost the same: their price step is
   * the fee, and the flow could be a little more or less at that price. Who has its limit as price there, shares.
   */
  readonly pot: Int32Array;
}

/** Divides the grid by what its edges would let pass (zones) and by what they let pass in the end (pots). */
export function regionsOf(facts: Facts): Regions {
  const { survey, memory } = facts;
  const { parent, capacityUp, capacityDown, isFree } = survey;
  const asksBelow = memory.numbers(parent.length);
  const bidsBelow = memory.numbers(parent.length);
  for (let order = 0; order < facts.quantity.length; order++) {
    (facts.isBid[order] === 1 ? bidsBelow : asksBelow)[facts.node[order]!]! += facts.quantity[order]!;
  }
  for (let node = parent.length - 1; node > 0; node--) {
    asksBelow[parent[node]!]! += asksBelow[node]!;
    bidsBelow[parent[node]!]! += bidsBelow[node]!;
  }
  const zone = memory.integers(parent.length);
  const pot = memory.integers(parent.length);
  for (let node = 1; node < parent.length; node++) {
    const up = parent[node]!;
    const mostUp = Math.min(asksBelow[node]!, bidsBelow[0]! - bidsBelow[node]!);
    const mostDown = Math.min(bidsBelow[node]!, asksBelow[0]! - asksBelow[node]!);
    const isInner = isFree[node] === 1 && capacityUp[node]! >= mostUp && capacityDown[node]! >= mostDown;
    zone[node] = isInner ? zone[up]! : node;
    pot[node] = isInner || isIndifferent(facts, node) ? pot[up]! : node;
  }
  return { zone, pot };
}

/** Whether the flow over an edge could be more and could be less without loss. */
function isIndifferent({ survey, flow, price }: Facts, node: number): boolean {
  const toParent = price[survey.parent[node]!]! - price[node]!;
  const isWorthUp = toParent === survey.feeUp[node];
  const isWorthDown = -toParent === survey.feeDown[node];
  const most = isWorthUp ? survey.capacityUp[node]! : 0;
  const least = isWorthDown ? -survey.capacityDown[node]! : 0;
  return (isWorthUp || isWorthDown) && flow[node]! > least && flow[node]! < most;
}
