import type { Facts } from './facts';
import type { Failures } from './failures';

/**
 * Complementary slackness: with prices that satisfy it, fills and flows are optimal. An order wholly or partly filled
 * is not against its price, one wholly or partly unfilled not in its favour; an edge's price step is its fee where
 * energy flows, within the fees where none does, and beyond only in the direction in which it is full.
 */
export function checkPrices(facts: Facts, failures: Failures): void {
  checkOrderPrices(facts, failures);
  const { survey, flow, price } = facts;
  for (let node = 1; node < flow.length; node++) {
    const toParent = price[survey.parent[node]!]! - price[node]!;
    const worthUp = toParent - survey.feeUp[node]!;
    const worthDown = -toParent - survey.feeDown[node]!;
    const isFullUp = flow[node] === survey.capacityUp[node];
    const isFullDown = -flow[node]! === survey.capacityDown[node];
    const isWrong =
      (worthUp > 0 && !isFullUp) ||
      (worthDown > 0 && !isFullDown) ||
      (flow[node]! > 0 && worthUp < 0) ||
      (flow[node]! < 0 && worthDown < 0);
    if (!isWrong) continue;
    const id = survey.id[node]!;
    const message = `edge of node ${id}: ${flow[node]!} Wh flow up, though that is worth ${worthUp} and down ${worthDown} µCHF/kWh`;
    failures.add({ code: 'price-edge', node: id, message });
  }
}

function checkOrderPrices(facts: Facts, failures: Failures): void {
  const { node, isBid, limit, quantity, filled, price } = facts;
  for (let order = 0; order < filled.length; order++) {
    const nodal = price[node[order]!]!;
    const gain = isBid[order] === 1 ? limit[order]! - nodal : nodal - limit[order]!;
    if ((gain >= 0 || filled[order] === 0) && (gain <= 0 || filled[order] === quantity[order])) continue;
    const fill = facts.fills[order]!;
    const limits = `limit ${limit[order]!}, price ${nodal} µCHF/kWh`;
    const message = `order ${fill.orderId}: ${filled[order]!} of ${quantity[order]!} Wh filled at ${limits}`;
    failures.add({ code: 'price-fill', orderId: fill.orderId, node: fill.node, message });
  }
}
