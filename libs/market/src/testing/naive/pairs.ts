import type { OwnUse, Trade } from '../../clearing/clearing';
import type { MarketRules, Order } from '../../order';
import type { Tree } from './tree';

/** Who traded with whom, and for how much. */
export interface Pairs {
  readonly trades: Trade[];
  readonly ownUse: OwnUse[];
}

/**
 * From the last node to the root: all that is filled at a node or below it, and not paired yet, is paired there, the
 * nearest to the root first.
 */
export function pairUp(
  tree: Tree,
  orders: readonly Order[],
  filled: ReadonlyMap<string, number>,
  price: ReadonlyMap<number, number>,
  pricing: MarketRules['pricing'],
): Pairs {
  const rest = new Map(filled);
  const pairs: Pairs = { trades: [], ownUse: [] };
  for (const meeting of [...tree.nodes].reverse()) {
    const here = nearestFirst(tree, orders).filter(({ node }) => tree.isWithin(node, meeting.id));
    for (const ask of here.filter(({ side }) => side === 'ask')) {
      for (const bid of here.filter(({ side }) => side === 'bid')) {
        const quantityWh = Math.min(rest.get(ask.id)!, rest.get(bid.id)!);
        if (quantityWh === 0) continue;
        rest.set(ask.id, rest.get(ask.id)! - quantityWh);
        rest.set(bid.id, rest.get(bid.id)! - quantityWh);
        const both = { sellOrder: ask.id, buyOrder: bid.id, quantityWh };
        if (ask.node === bid.node) pairs.ownUse.push({ node: ask.node, ...both });
        else pairs.trades.push(settle(tree, ask, bid, quantityWh, price, pricing));
      }
    }
  }
  return pairs;
}

/** `orders` come in the order of the list of fills, which decides where distances are equal. */
function nearestFirst(tree: Tree, orders: readonly Order[]): Order[] {
  const distance = new Map(orders.map(({ id, node }) => [id, tree.lengthMm(node, tree.root.id)]));
  return [...orders].sort((a, b) => distance.get(a.id)! - distance.get(b.id)!);
}

function settle(
  tree: Tree,
  ask: Order,
  bid: Order,
  quantityWh: number,
  price: ReadonlyMap<number, number>,
  pricing: MarketRules['pricing'],
): Trade {
  const fee = tree.fees(ask.node, bid.node);
  const mean = Math.floor((ask.limitMicroPerKwh + bid.limitMicroPerKwh - fee) / 2);
  const [sellerPrice, buyerPrice] =
    pricing === 'midpoint' ? [mean, mean + fee] : [price.get(ask.node)!, price.get(bid.node)!];
  return {
    seller: ask.node,
    buyer: bid.node,
    sellOrder: ask.id,
    buyOrder: bid.id,
    quantityWh,
    sellerPriceMicroPerKwh: sellerPrice,
    buyerPriceMicroPerKwh: buyerPrice,
    feeNano: quantityWh * fee,
    rentNano: quantityWh * (buyerPrice - sellerPrice - fee),
    distanceM: tree.lengthMm(ask.node, bid.node) / 1000,
  };
}
