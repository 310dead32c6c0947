import type { Facts } from './facts';

/** Nodes that belong together, by node number; a region is named by its node nearest the root. */
export interface Regions {
  /** Joined by edges without fee whose capacity could not bind whatever is traded. */
  readonly zone: Int32Array;
  /** 1 for a zone that edges without fee join to another one: equal orders may have shared across them. */
  readonly hasFreeNeighbour: Uint8Array;
  /** Joined by edges without fee and without price step that are not full, or lie inside a zone: see `isFull`. */
  readonly pot: Int32Array;
}

/** Divides the grid by what its edges would let pass (zones) and by what they let pass in the end (pots). */
export function regionsOf(facts: Facts): Regions {
  const { survey, price } = facts;
  const { parent, capacityUp, capacityDown, isFree } = survey;
  const asksBelow = new Float64Array(parent.length);
  const bidsBelow = new Float64Array(parent.length);
  for (let order = 0; order < facts.quantity.length; order++) {
    (facts.isBid[order] === 1 ? bidsBelow : asksBelow)[facts.node[order]!]! += facts.quantity[order]!;
  }
  for (let node = parent.length - 1; node > 0; node--) {
    asksBelow[parent[node]!]! += asksBelow[node]!;
    bidsBelow[parent[node]!]! += bidsBelow[node]!;
  }
  const zone = new Int32Array(parent.length);
  const pot = new Int32Array(parent.length);
  const hasFreeNeighbour = new Uint8Array(parent.length);
  for (let node = 1; node < parent.length; node++) {
    const up = parent[node]!;
    const mostUp = Math.min(asksBelow[node]!, bidsBelow[0]! - bidsBelow[node]!);
    const mostDown = Math.min(bidsBelow[node]!, asksBelow[0]! - asksBelow[node]!);
    const isInner = isFree[node] === 1 && capacityUp[node]! >= mostUp && capacityDown[node]! >= mostDown;
    const isOpen = isInner || (isFree[node] === 1 && price[node] === price[up] && !isFull(facts, node));
    zone[node] = isInner ? zone[up]! : node;
    pot[node] = isOpen ? pot[up]! : node;
    if (isFree[node] === 0 || isInner) continue;
    hasFreeNeighbour[node] = 1;
    hasFreeNeighbour[zone[up]!] = 1;
  }
  return { zone, hasFreeNeighbour, pot };
}

/** Full in the direction in which energy flows; where none flows, letting none through in either. */
function isFull({ survey, flow }: Facts, node: number): boolean {
  const { capacityUp, capacityDown } = survey;
  const toParent = flow[node]!;
  if (toParent === 0) return capacityUp[node] === 0 && capacityDown[node] === 0;
  return toParent > 0 ? toParent === capacityUp[node] : -toParent === capacityDown[node];
}
