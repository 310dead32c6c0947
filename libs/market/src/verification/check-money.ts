import type { Clearing, Trade } from '../clearing/clearing';
import type { MarketRules } from '../order';
import type { Facts } from './facts';
import type { Failures } from './failures';
import type { TreePaths } from './tree-paths';

/** Every trade is priced by the rules, within both limits; buyers' money = sellers' + fees + rent; totals agree. */
export function checkMoney(
  facts: Facts,
  clearing: Clearing,
  rules: MarketRules,
  paths: TreePaths,
  failures: Failures,
): void {
  const { grid } = facts;
  const lengthMm = new Float64Array(grid.nodes.length);
  const fromRoot = { up: new Float64Array(grid.nodes.length), down: new Float64Array(grid.nodes.length), lengthMm };
  for (let node = 1; node < grid.nodes.length; node++) {
    const parent = grid.parent[node]!;
    fromRoot.up[node] = fromRoot.up[parent]! + grid.feeUp[node]!;
    fromRoot.down[node] = fromRoot.down[parent]! + grid.feeDown[node]!;
    lengthMm[node] = lengthMm[parent]! + Math.round(grid.nodes[node]!.lengthM * 1000);
  }
  let feesNano = 0;
  let rentNano = 0;
  for (const trade of clearing.trades) {
    const seller = grid.indexOf.get(trade.seller);
    const buyer = grid.indexOf.get(trade.buyer);
    if (seller === undefined || buyer === undefined) continue; // reported with the pairs
    const meeting = paths.meeting(seller, buyer);
    const fee = fromRoot.up[seller]! - fromRoot.up[meeting]! + fromRoot.down[buyer]! - fromRoot.down[meeting]!;
    const distanceMm = lengthMm[seller]! + lengthMm[buyer]! - 2 * lengthMm[meeting]!;
    const wrong = wrongTrade(facts, trade, rules.pricing, fee, distanceMm);
    if (wrong !== null) {
      const message = `trade of ${trade.sellOrder} with ${trade.buyOrder}: ${wrong}`;
      failures.add({ code: 'money', node: trade.seller, orderId: trade.sellOrder, message });
    }
    feesNano += trade.feeNano;
    rentNano += trade.rentNano;
  }
  checkTotals(facts, clearing, rules, { feesNano, rentNano }, failures);
}

/** What is wrong with a trade's figures, or null. */
function wrongTrade(
  { grid, orders, position, price }: Facts,
  trade: Trade,
  pricing: MarketRules['pricing'],
  fee: number,
  distanceMm: number,
): string | null {
  const ask = orders[position.get(trade.sellOrder) ?? -1];
  const bid = orders[position.get(trade.buyOrder) ?? -1];
  if (ask === undefined || bid === undefined) return 'an order is unknown';
  const { sellerPriceMicroPerKwh: sellerPrice, buyerPriceMicroPerKwh: buyerPrice, quantityWh } = trade;
  if (sellerPrice < ask.limitMicroPerKwh) return `the seller gets ${sellerPrice}, below ${ask.limitMicroPerKwh}`;
  if (buyerPrice > bid.limitMicroPerKwh) return `the buyer pays ${buyerPrice}, above ${bid.limitMicroPerKwh}`;
  const ruled =
    pricing === 'nodal'
      ? [price[grid.indexOf.get(trade.seller)!]!, price[grid.indexOf.get(trade.buyer)!]!]
      : midpoint(ask.limitMicroPerKwh + bid.limitMicroPerKwh, fee);
  if (sellerPrice !== ruled[0] || buyerPrice !== ruled[1]) {
    return `prices ${sellerPrice} and ${buyerPrice} should be ${ruled[0]} and ${ruled[1]}`;
  }
  if (trade.feeNano !== quantityWh * fee) return `fee ${trade.feeNano} nCHF should be ${quantityWh * fee}`;
  const rent = quantityWh * buyerPrice - quantityWh * sellerPrice - trade.feeNano;
  if (trade.rentNano !== rent || rent < 0) return `rent ${trade.rentNano} nCHF should be ${rent}, and not negative`;
  if (!Number.isSafeInteger(quantityWh * buyerPrice)) return 'its money leaves the exact range';
  if (trade.distanceM !== distanceMm / 1000) return `distance ${trade.distanceM} m should be ${distanceMm / 1000}`;
  return null;
}

function midpoint(sumOfLimits: number, fee: number): [seller: number, buyer: number] {
  const twice = sumOfLimits - fee;
  const seller = (twice - (Math.abs(twice) % 2)) / 2;
  return [seller, seller + fee];
}

/** Fees and rent by trade against fees and rent by edge, an independent way to the same money. */
function checkTotals(
  { grid, flow, price }: Facts,
  clearing: Clearing,
  { pricing }: MarketRules,
  byTrade: { feesNano: number; rentNano: number },
  failures: Failures,
): void {
  let edgeFees = 0;
  let edgeRent = 0;
  for (let node = 1; node < grid.nodes.length; node++) {
    const step = price[grid.parent[node]!]! - price[node]!;
    const fee = Math.abs(flow[node]!) * (flow[node]! > 0 ? grid.feeUp[node]! : grid.feeDown[node]!);
    edgeFees += fee;
    edgeRent += flow[node]! * step - fee;
  }
  const expected = { feesNano: edgeFees, rentNano: pricing === 'nodal' ? edgeRent : 0 };
  for (const total of ['feesNano', 'rentNano'] as const) {
    if (clearing[total] === expected[total] && byTrade[total] === expected[total]) continue;
    const message = `${total} is ${clearing[total]}: ${byTrade[total]} by trades, ${expected[total]} by edges`;
    failures.add({ code: 'money', message });
  }
}
