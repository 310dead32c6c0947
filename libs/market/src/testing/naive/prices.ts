import type { GridNode } from '../../grid/grid';
import type { MarketRules, Order } from '../../order';
import type { Tree } from './tree';

interface Range {
  readonly lo: number;
  readonly hi: number;
}

/** What is known before prices: Wh by order, Wh by edge (positive toward the root), zone by node. */
export interface Outcome {
  readonly filled: ReadonlyMap<string, number>;
  readonly flow: ReadonlyMap<number, number>;
  readonly zone: ReadonlyMap<number, number>;
}

/** The nodal prices: bottom up what each node allows, top down the k-point or what comes in over the edge. */
export function pricesOf(
  tree: Tree,
  orders: readonly Order[],
  outcome: Outcome,
  rules: MarketRules,
): Map<number, number> {
  const allowed = new Map<number, Range>();
  for (const node of [...tree.nodes].reverse()) {
    const bounds = orders.filter((order) => order.node === node.id).map((order) => boundOf(order, outcome));
    const fromBelow = tree.childrenOf(node.id).map((child) => {
      const { lo, hi } = allowed.get(child.id)!;
      const step = stepOver(child, outcome);
      return { lo: lo - step.hi, hi: hi - step.lo };
    });
    allowed.set(node.id, [...bounds, ...fromBelow].reduce(both, { lo: -Infinity, hi: Infinity }));
  }
  const price = new Map<number, number>();
  for (const node of tree.nodes) {
    const own = allowed.get(node.id)!;
    if (node.parent === null) {
      price.set(node.id, kPoint(own, rules));
      continue;
    }
    const above = price.get(node.parent)!;
    const flow = outcome.flow.get(node.id)!;
    const step = stepOver(node, outcome);
    if (flow > 0) price.set(node.id, nearest(above - node.feeUp, own));
    else if (flow < 0) price.set(node.id, nearest(above + node.feeDown, own));
    else price.set(node.id, nearest(kPoint(own, rules), { lo: above + step.lo, hi: above + step.hi }));
  }
  return price;
}

/** An order served says that the price is not against it; one with a rest, that it is not in its favour. */
function boundOf({ id, side, quantityWh, limitMicroPerKwh: limit }: Order, { filled }: Outcome): Range {
  const isServed = filled.get(id)! > 0;
  const hasRest = filled.get(id)! < quantityWh;
  const [isLeast, isMost] = side === 'ask' ? [isServed, hasRest] : [hasRest, isServed];
  return { lo: isLeast ? limit : -Infinity, hi: isMost ? limit : Infinity };
}

/** What a node's price may be above its parent's. */
function stepOver(edge: GridNode, { flow, zone }: Outcome): Range {
  const over = flow.get(edge.id)!;
  const isInside = zone.get(edge.id) !== edge.id;
  const lo = over < 0 ? edge.feeDown : -edge.feeUp;
  const hi = over > 0 ? -edge.feeUp : edge.feeDown;
  return {
    lo: !isInside && over === edge.capacityUp ? -Infinity : lo,
    hi: !isInside && -over === edge.capacityDown ? Infinity : hi,
  };
}

function both(a: Range, b: Range): Range {
  return { lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) };
}

function nearest(price: number, { lo, hi }: Range): number {
  return Math.min(Math.max(price, lo), hi);
}

function kPoint({ lo, hi }: Range, { k, ruler }: MarketRules): number {
  const from = lo === -Infinity ? Math.min(ruler[0], hi) : lo;
  const to = hi === Infinity ? Math.max(ruler[1], from) : hi;
  return from + Math.floor(k * (to - from));
}
