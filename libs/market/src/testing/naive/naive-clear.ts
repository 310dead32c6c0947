import type { Clearing } from '../../clearing/clearing';
import type { PreparedGrid } from '../../grid/grid';
import type { MarketRules, Order } from '../../order';
import { bestTrades } from './best-trades';
import { pairUp } from './pairs';
import { pricesOf } from './prices';
import { Reasons } from './reasons';
import { shareTies } from './tie-rule';
import { Tree } from './tree';
import { isInsideZone, regions } from './zones';

/**
 * The market as it is described, done the slow and obvious way, to compare the fast one with: plain objects, no
 * cleverness, nothing shared with `clear`. Where several results are equally right (zones that tie) it may choose
 * another one.
 */
export function naiveClear(
  grid: PreparedGrid,
  given: readonly Order[],
  rules: MarketRules,
  intervalIndex: number,
): Clearing {
  const tree = new Tree(grid);
  const orders = [...given].sort(
    (a, b) =>
      tree.nodes.indexOf(tree.node(a.node)) - tree.nodes.indexOf(tree.node(b.node)) ||
      a.side.localeCompare(b.side) ||
      a.limitMicroPerKwh - b.limitMicroPerKwh ||
      (a.id < b.id ? -1 : 1),
  );
  const zone = regions(tree, (edge) => isInsideZone(tree, orders, edge));
  const filled = shareTies(zone, orders, bestTrades(tree, orders), intervalIndex);
  const flow = new Map(tree.nodes.map(({ id }) => [id, surplusBelow(tree, orders, filled, id)]));
  const outcome = { filled, flow, zone };
  const price = pricesOf(tree, orders, outcome, rules);
  const reasons = new Reasons(tree, orders, outcome, price);
  const { trades, ownUse } = pairUp(tree, orders, filled, price, rules.pricing);
  return {
    fills: orders.map((order) => ({
      orderId: order.id,
      node: order.node,
      side: order.side,
      filledWh: filled.get(order.id)!,
      reason: reasons.of(order),
    })),
    flows: tree.nodes.slice(1).map(({ id }) => ({ node: id, flowWh: flow.get(id)! })),
    prices: tree.nodes.map(({ id }) => ({ node: id, priceMicroPerKwh: price.get(id)! })),
    trades,
    ownUse,
    welfareNano: welfareOf(tree, orders, filled, flow),
    feesNano: trades.reduce((sum, { feeNano }) => sum + feeNano, 0),
    rentNano: trades.reduce((sum, { rentNano }) => sum + rentNano, 0),
  };
}

/** What a node and all below it sell more than they buy: that flows over its edge. */
function surplusBelow(tree: Tree, orders: readonly Order[], filled: ReadonlyMap<string, number>, top: number): number {
  return orders
    .filter(({ node }) => tree.isWithin(node, top))
    .reduce((sum, { id, side }) => sum + (side === 'ask' ? filled.get(id)! : -filled.get(id)!), 0);
}

function welfareOf(
  tree: Tree,
  orders: readonly Order[],
  filled: ReadonlyMap<string, number>,
  flow: ReadonlyMap<number, number>,
): number {
  const value = orders.reduce((sum, { id, side, limitMicroPerKwh }) => {
    const worth = limitMicroPerKwh * filled.get(id)!;
    return sum + (side === 'bid' ? worth : -worth);
  }, 0);
  return tree.nodes.slice(1).reduce((sum, { id, feeUp, feeDown }) => {
    const over = flow.get(id)!;
    return sum - (over > 0 ? over * feeUp : -over * feeDown);
  }, value);
}
