import type { Facts } from './facts';
import type { Failures } from './failures';

/**
 * Complementary slackness: with prices that satisfy it, fills and flows are optimal. An order wholly or partly filled
 * is not against its price, one wholly or partly unfilled not in its favour; an edge's price step is its fee where
 * energy flows, within the fees where none does, and beyond only in the direction in which it is full.
 */
export function checkPrices(facts: Facts, failures: Failures): void {
  checkOrderPrices(facts, failures);
  const { grid, flow, price } = facts;
  for (let node = 1; node < grid.nodes.length; node++) {
    const toParent = price[grid.parent[node]!]! - price[node]!;
    const worthUp = toParent - grid.feeUp[node]!;
    const worthDown = -toParent - grid.feeDown[node]!;
    const isFullUp = flow[node] === grid.capacityUp[node];
    const isFullDown = -flow[node]! === grid.capacityDown[node];
    const isWrong =
      (worthUp > 0 && !isFullUp) ||
      (worthDown > 0 && !isFullDown) ||
      (flow[node]! > 0 && worthUp < 0) ||
      (flow[node]! < 0 && worthDown < 0);
    if (!isWrong) continue;
    const { id } = grid.nodes[node]!;
    const message = `edge of node ${id}: ${flow[node]!} Wh flow up, though that is worth ${worthUp} and down ${worthDown} µCHF/kWh`;
    failures.add({ code: 'price-edge', node: id, message });
  }
}

function checkOrderPrices({ orders, nodeOf, filled, price }: Facts, failures: Failures): void {
  orders.forEach((order, at) => {
    const nodal = price[nodeOf[at]!]!;
    const gain = order.side === 'ask' ? nodal - order.limitMicroPerKwh : order.limitMicroPerKwh - nodal;
    const isFilled = filled[at]! > 0;
    const hasRest = filled[at]! < order.quantityWh;
    if ((gain >= 0 || !isFilled) && (gain <= 0 || !hasRest)) return;
    const limits = `limit ${order.limitMicroPerKwh}, price ${nodal} µCHF/kWh`;
    const message = `order ${order.id}: ${filled[at]!} of ${order.quantityWh} Wh filled at ${limits}`;
    failures.add({ code: 'price-fill', orderId: order.id, node: order.node, message });
  });
}
