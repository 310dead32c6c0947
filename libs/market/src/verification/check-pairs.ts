import type { Clearing } from '../clearing/clearing';
import type { Facts } from './facts';
import type { Failures } from './failures';
import type { TreePaths } from './tree-paths';

interface PairClaim {
  readonly sellOrder: string;
  readonly buyOrder: string;
  readonly quantityWh: number;
}

/** Trades and own use add up to the fills, and trades to the flows, crossing each edge in one direction only. */
export function checkPairs(facts: Facts, { trades, ownUse }: Clearing, paths: TreePaths, failures: Failures): void {
  const { grid, orders, filled, flow } = facts;
  const paired = new Float64Array(orders.length);
  const up = new Float64Array(grid.nodes.length);
  const down = new Float64Array(grid.nodes.length);
  for (const trade of trades) {
    const ends = countPair(facts, trade, trade.seller, trade.buyer, paired, failures);
    if (ends === null) continue;
    if (trade.seller === trade.buyer) {
      failures.add({ code: 'pairs', node: trade.seller, message: `node ${trade.seller} trades with itself` });
    }
    const meeting = paths.meeting(ends.seller, ends.buyer);
    up[ends.seller]! += trade.quantityWh;
    up[meeting]! -= trade.quantityWh;
    down[ends.buyer]! += trade.quantityWh;
    down[meeting]! -= trade.quantityWh;
  }
  for (const own of ownUse) countPair(facts, own, own.node, own.node, paired, failures);
  orders.forEach(({ id }, at) => {
    if (paired[at] === filled[at]) return;
    failures.add({ code: 'pairs', orderId: id, message: `order ${id}: ${paired[at]!} of ${filled[at]!} Wh paired` });
  });
  for (let node = grid.nodes.length - 1; node > 0; node--) {
    up[grid.parent[node]!]! += up[node]!;
    down[grid.parent[node]!]! += down[node]!;
    if (up[node] === Math.max(flow[node]!, 0) && down[node] === Math.max(-flow[node]!, 0)) continue;
    const { id } = grid.nodes[node]!;
    const message = `edge of node ${id}: pairs move ${up[node]!} Wh up and ${down[node]!} down, the flow is ${flow[node]!}`;
    failures.add({ code: 'pairs-flow', node: id, message });
  }
  checkOwnUse(facts, ownUse, failures);
}

/** Adds a pair to both orders' sums; null when it names other orders than it should. */
function countPair(
  { grid, orders, position }: Facts,
  { sellOrder, buyOrder, quantityWh }: PairClaim,
  sellNode: number,
  buyNode: number,
  paired: Float64Array,
  failures: Failures,
): { seller: number; buyer: number } | null {
  const sell = position.get(sellOrder) ?? -1;
  const buy = position.get(buyOrder) ?? -1;
  const ask = orders[sell];
  const bid = orders[buy];
  const isMatch = ask?.side === 'ask' && bid?.side === 'bid' && ask.node === sellNode && bid.node === buyNode;
  if (!isMatch || !Number.isSafeInteger(quantityWh) || quantityWh <= 0) {
    const message = `${quantityWh} Wh of ${sellOrder} at node ${sellNode} for ${buyOrder} at ${buyNode}: no such pair`;
    failures.add({ code: 'pairs', orderId: sellOrder, message });
    return null;
  }
  paired[sell]! += quantityWh;
  paired[buy]! += quantityWh;
  return { seller: grid.indexOf.get(sellNode)!, buyer: grid.indexOf.get(buyNode)! };
}

/** A node that both sells and buys serves itself first: own use is the smaller of its two sides. */
function checkOwnUse({ grid, orders, nodeOf, filled }: Facts, ownUse: Clearing['ownUse'], failures: Failures): void {
  const sold = new Float64Array(grid.nodes.length);
  const bought = new Float64Array(grid.nodes.length);
  const own = new Float64Array(grid.nodes.length);
  orders.forEach(({ side }, at) => ((side === 'ask' ? sold : bought)[nodeOf[at]!]! += filled[at]!));
  for (const { node, quantityWh } of ownUse) own[grid.indexOf.get(node) ?? 0]! += quantityWh;
  own.forEach((quantityWh, node) => {
    if (quantityWh === Math.min(sold[node]!, bought[node]!)) return;
    const { id } = grid.nodes[node]!;
    failures.add({
      code: 'pairs',
      node: id,
      message: `node ${id}: ${quantityWh} Wh of own use, not as much as it could`,
    });
  });
}
