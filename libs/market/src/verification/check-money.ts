import type { Clearing, Trade } from '../clearing/clearing';
import type { MarketRules } from '../order';
import type { Facts } from './facts';
import type { Failures } from './failures';
import type { PairFacts } from './pair-facts';

/** Every trade is priced by the rules, within both limits; buyers' money = sellers' + fees + rent; totals agree. */
export function checkMoney(
  facts: Facts,
  clearing: Clearing,
  traded: PairFacts,
  rules: MarketRules,
  failures: Failures,
): void {
  let feesNano = 0;
  let rentNano = 0;
  for (let at = 0; at < clearing.trades.length; at++) {
    if (traded.meeting[at]! < 0) continue; // reported when it was read
    const trade = clearing.trades[at]!;
    const wrong = wrongTrade(facts, trade, traded, at, rules.pricing);
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
  { survey, node, limit, price }: Facts,
  trade: Trade,
  { ask: asks, bid: bids, meeting: meetings }: PairFacts,
  at: number,
  pricing: MarketRules['pricing'],
): string | null {
  const ask = asks[at]!;
  const bid = bids[at]!;
  const meeting = meetings[at]!;
  const seller = node[ask]!;
  const buyer = node[bid]!;
  const { up, down, lengthMm } = survey.fromRoot;
  const fee = up[seller]! - up[meeting]! + down[buyer]! - down[meeting]!;
  const { sellerPriceMicroPerKwh: sellerPrice, buyerPriceMicroPerKwh: buyerPrice, quantityWh } = trade;
  if (sellerPrice < limit[ask]!) return `the seller gets ${sellerPrice}, below ${limit[ask]!}`;
  if (buyerPrice > limit[bid]!) return `the buyer pays ${buyerPrice}, above ${limit[bid]!}`;
  const sellerRuled = pricing === 'nodal' ? price[seller]! : midpoint(limit[ask]! + limit[bid]!, fee);
  const buyerRuled = pricing === 'nodal' ? price[buyer]! : sellerRuled + fee;
  if (sellerPrice !== sellerRuled || buyerPrice !== buyerRuled) {
    return `prices ${sellerPrice} and ${buyerPrice} should be ${sellerRuled} and ${buyerRuled}`;
  }
  if (trade.feeNano !== quantityWh * fee) return `fee ${trade.feeNano} nCHF should be ${quantityWh * fee}`;
  const rent = quantityWh * buyerPrice - quantityWh * sellerPrice - trade.feeNano;
  if (trade.rentNano !== rent || rent < 0) return `rent ${trade.rentNano} nCHF should be ${rent}, and not negative`;
  if (!Number.isSafeInteger(quantityWh * buyerPrice)) return 'its money leaves the exact range';
  const distanceM = (lengthMm[seller]! + lengthMm[buyer]! - 2 * lengthMm[meeting]!) / 1000;
  if (trade.distanceM !== distanceM) return `distance ${trade.distanceM} m should be ${distanceM}`;
  return null;
}

/** The seller's price: the mean of both limits less half the fee, rounded down. */
function midpoint(sumOfLimits: number, fee: number): number {
  const twice = sumOfLimits - fee;
  return (twice - Math.abs(twice % 2)) / 2;
}

/** Fees and rent by trade against fees and rent by edge, an independent way to the same money. */
function checkTotals(
  { survey, flow, price }: Facts,
  clearing: Clearing,
  { pricing }: MarketRules,
  byTrade: { feesNano: number; rentNano: number },
  failures: Failures,
): void {
  let edgeFees = 0;
  let edgeRent = 0;
  for (let node = 1; node < flow.length; node++) {
    const step = price[survey.parent[node]!]! - price[node]!;
    const fee = flow[node]! > 0 ? flow[node]! * survey.feeUp[node]! : -flow[node]! * survey.feeDown[node]!;
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
