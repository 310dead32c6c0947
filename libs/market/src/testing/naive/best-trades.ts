import type { Order } from '../../order';
import type { Step, Tree } from './tree';

/**
 * Fills of greatest welfare by the most obvious means: as long as some ask and bid gain from one Wh more between them,
 * the pair that gains most trades. Energy that goes against the flow of an edge takes flow away, so it gets the fee
 * back. Each step is the best possible one more, which keeps the whole the best possible of its amount (successive
 * best paths, the textbook method for flows of least cost).
 *
 * @returns Wh by order id. Which of several equal pairs is first is arbitrary.
 */
export function bestTrades(tree: Tree, orders: readonly Order[]): Map<string, number> {
  const filled = new Map(orders.map(({ id }) => [id, 0]));
  const flow = new Map(tree.nodes.map(({ id }) => [id, 0]));
  const restOf = (order: Order) => order.quantityWh - filled.get(order.id)!;
  for (;;) {
    let best: { ask: Order; bid: Order; way: readonly Step[]; gain: number } | null = null;
    for (const ask of orders) {
      if (ask.side === 'bid' || restOf(ask) === 0) continue;
      for (const bid of orders) {
        if (bid.side === 'ask' || restOf(bid) === 0) continue;
        const way = tree.way(ask.node, bid.node);
        if (roomOf(way, flow) === 0) continue;
        const gain = bid.limitMicroPerKwh - ask.limitMicroPerKwh - costOf(way, flow);
        if (gain >= 0 && (best === null || gain > best.gain)) best = { ask, bid, way, gain };
      }
    }
    if (best === null) return filled;
    const { ask, bid, way } = best;
    const wh = Math.min(restOf(ask), restOf(bid), roomOf(way, flow));
    filled.set(ask.id, filled.get(ask.id)! + wh);
    filled.set(bid.id, filled.get(bid.id)! + wh);
    for (const { edge, isUp } of way) flow.set(edge.id, flow.get(edge.id)! + (isUp ? wh : -wh));
  }
}

/** How much fits on a way at the cost of its next Wh: up to the capacity, or until the flow it takes away is gone. */
function roomOf(way: readonly Step[], flow: ReadonlyMap<number, number>): number {
  const rooms = way.map(({ edge, isUp }) => {
    const along = isUp ? flow.get(edge.id)! : -flow.get(edge.id)!;
    const capacity = (isUp ? edge.capacityUp : edge.capacityDown) ?? Infinity;
    return along < 0 ? -along : capacity - along;
  });
  return Math.min(...rooms);
}

function costOf(way: readonly Step[], flow: ReadonlyMap<number, number>): number {
  let cost = 0;
  for (const { edge, isUp } of way) {
    const along = isUp ? flow.get(edge.id)! : -flow.get(edge.id)!;
    if (along < 0) cost -= isUp ? edge.feeDown : edge.feeUp;
    else cost += isUp ? edge.feeUp : edge.feeDown;
  }
  return cost;
}
