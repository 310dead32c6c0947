import type { Facts } from './facts';
import type { Failures } from './failures';
import { isLargestRemainder } from './proportions';
import type { Regions } from './regions';

/**
 * Orders of one zone, side and limit share in proportion: nodes first, equal remainders by node id and turn, then each
 * node's orders. Only orders at the price of their zone can be filled in part.
 */
export function checkTieRule(facts: Facts, regions: Regions, turn: number, failures: Failures): void {
  for (const members of partialGroups(facts, regions)) {
    const { quantity, filled } = facts;
    const nodes = byNode(facts, members);
    const weights = nodes.map((orders) => sumOf(quantity, orders));
    const shares = nodes.map((orders) => sumOf(filled, orders));
    const isFair = isLargestRemainder(weights, shares, turn);
    const isFairInside = nodes.every((orders) => {
      if (orders.length === 1) return true;
      const own = orders.map((order) => quantity[order]!);
      const parts = orders.map((order) => filled[order]!);
      return isLargestRemainder(own, parts, 0);
    });
    if (isFair && isFairInside) continue;
    const { orderId } = facts.fills[members[0]!]!;
    const message = `order ${orderId} and those of its limit did not share by the tie rule`;
    failures.add({ code: 'tie', orderId, message });
  }
}

/** The orders at the price, by zone and side, where their zone and side was filled in part. */
function partialGroups(facts: Facts, { zone }: Regions): Iterable<number[]> {
  const { memory, node, isBid, limit, quantity, filled, price } = facts;
  // Two of each by zone: asks, then bids.
  const offered = memory.numbers(2 * price.length);
  const taken = memory.numbers(2 * price.length);
  for (let order = 0; order < filled.length; order++) {
    if (limit[order] !== price[node[order]!]) continue;
    const group = 2 * zone[node[order]!]! + isBid[order]!;
    offered[group]! += quantity[order]!;
    taken[group]! += filled[order]!;
  }
  const groups = new Map<number, number[]>();
  for (let order = 0; order < filled.length; order++) {
    if (limit[order] !== price[node[order]!] || quantity[order] === 0) continue;
    const group = 2 * zone[node[order]!]! + isBid[order]!;
    if (taken[group] === 0 || taken[group] === offered[group]) continue;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [order]);
    else members.push(order);
  }
  return groups.values();
}

/** Orders, which come by node number, in one list for each node, by node id. */
function byNode({ node, survey }: Facts, orders: readonly number[]): number[][] {
  const lists: number[][] = [];
  orders.forEach((order, at) => {
    if (at > 0 && node[order] === node[orders[at - 1]!]) lists.at(-1)!.push(order);
    else lists.push([order]);
  });
  return lists.sort(([a], [b]) => survey.id[node[a!]!]! - survey.id[node[b!]!]!);
}

function sumOf(column: Float64Array, orders: readonly number[]): number {
  let sum = 0;
  for (const order of orders) sum += column[order]!;
  return sum;
}
