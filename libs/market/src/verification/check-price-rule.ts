import type { MarketRules } from '../order';
import type { Facts } from './facts';
import type { Failures } from './failures';
import type { Regions } from './regions';

/**
 * Among the prices that prove a clearing optimal, the rules pick one for each node: bottom up, the interval of prices a
 * node's subtree allows; top down, its k-point, or as near to the price that flows in from the parent as it allows.
 * Here the intervals are made anew from fills and flows, and the rule is applied to the prices as stated.
 */
export function checkPriceRule(facts: Facts, regions: Regions, rules: MarketRules, failures: Failures): void {
  const { survey, price } = facts;
  const { least, most } = stepsAllowed(facts, regions);
  const { lowest, highest } = pricesAllowed(facts, least, most);
  for (let node = 0; node < price.length; node++) {
    let ruled = kPoint(lowest[node]!, highest[node]!, rules);
    if (node > 0) {
      const above = price[survey.parent[node]!]!;
      const flow = facts.flow[node]!;
      if (flow > 0) ruled = above - survey.feeUp[node]!;
      if (flow < 0) ruled = above + survey.feeDown[node]!;
      ruled =
        flow === 0
          ? within(ruled, above + least[node]!, above + most[node]!)
          : within(ruled, lowest[node]!, highest[node]!);
    }
    if (price[node] === ruled) continue;
    const id = survey.id[node]!;
    failures.add({
      code: 'price-rule',
      node: id,
      message: `node ${id}: price ${price[node]!}, the rule says ${ruled}`,
    });
  }
}

/** What each edge allows its node's price to be above its parent's. A full edge opens an end, unless inside a zone. */
function stepsAllowed({ survey, memory, flow }: Facts, { zone }: Regions): { least: Float64Array; most: Float64Array } {
  const least = memory.numbers(flow.length);
  const most = memory.numbers(flow.length);
  for (let node = 1; node < flow.length; node++) {
    const isInner = zone[node] !== node;
    const isFullUp = !isInner && flow[node] === survey.capacityUp[node];
    const isFullDown = !isInner && -flow[node]! === survey.capacityDown[node];
    least[node] = isFullUp ? -Infinity : flow[node]! < 0 ? survey.feeDown[node]! : -survey.feeUp[node]!;
    most[node] = isFullDown ? Infinity : flow[node]! > 0 ? -survey.feeUp[node]! : survey.feeDown[node]!;
  }
  return { least, most };
}

/** What the orders of each node's subtree allow its price to be. */
function pricesAllowed(
  { survey, memory, node, isBid, limit, quantity, filled }: Facts,
  least: Float64Array,
  most: Float64Array,
): { lowest: Float64Array; highest: Float64Array } {
  const lowest = memory.numbers(least.length).fill(-Infinity);
  const highest = memory.numbers(least.length).fill(Infinity);
  for (let order = 0; order < filled.length; order++) {
    const at = node[order]!;
    const price = limit[order]!;
    const isServed = filled[order]! > 0;
    const isLeft = filled[order]! < quantity[order]!;
    // Energy sold or not bought: worth at least the limit there. Energy bought or not sold: at most.
    if ((isBid[order] === 1 ? isLeft : isServed) && price > lowest[at]!) lowest[at] = price;
    if ((isBid[order] === 1 ? isServed : isLeft) && price < highest[at]!) highest[at] = price;
  }
  for (let at = least.length - 1; at > 0; at--) {
    const up = survey.parent[at]!;
    lowest[up] = Math.max(lowest[up]!, lowest[at]! - most[at]!);
    highest[up] = Math.min(highest[up]!, highest[at]! - least[at]!);
  }
  return { lowest, highest };
}

/** `lo + ⌊k · (hi − lo)⌋`; for an end that nothing bounds the ruler's, or the other end where that lies beyond it. */
function kPoint(lowest: number, highest: number, { k, ruler }: MarketRules): number {
  const lo = lowest === -Infinity ? Math.min(ruler[0], highest) : lowest;
  const hi = highest === Infinity ? Math.max(ruler[1], lo) : highest;
  return lo + Math.floor(k * (hi - lo));
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
