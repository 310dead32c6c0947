import { MAX_PRICE_MICRO_PER_KWH } from '../grid/check-nodes';
import type { MarketRules } from '../order';
import type { OrderColumns } from './columns';

/** What all orders together tell. */
export interface Totals {
  /** The ends of their limits, 0 where there are none. */
  least: number;
  most: number;
  /** What the bids want in all, Wh. */
  wantedWh: number;
}

/**
 * Reads the totals, checking every order on the way.
 * @throws RangeError naming the place of an order that cannot be used, or when the energy of all leaves exact integers.
 */
export function readTotals(orders: OrderColumns, nodeCount: number, totals: Totals): void {
  const isEmpty = orders.count === 0;
  const totalWh = checkOrders(orders, nodeCount);
  if (!(totalWh <= Number.MAX_SAFE_INTEGER)) {
    throw new RangeError('the orders of one interval add up to more energy than exact integers hold');
  }
  totals.least = isEmpty ? 0 : leastLimit(orders);
  totals.most = isEmpty ? 0 : mostLimit(orders);
  totals.wantedWh = wanted(orders);
  if (!(totals.least >= -MAX_PRICE_MICRO_PER_KWH && totals.most <= MAX_PRICE_MICRO_PER_KWH)) {
    const limits = `${totals.least} … ${totals.most}`;
    throw new RangeError(`limits of ${limits} are beyond ±${MAX_PRICE_MICRO_PER_KWH} µCHF/kWh`);
  }
}

/** Returns the energy of all orders. */
function checkOrders(orders: OrderColumns, nodeCount: number): number {
  const { count, node, isBid, quantityWh, limitMicroPerKwh } = orders;
  let totalWh = 0;
  for (let order = 0; order < count; order++) {
    const limit = limitMicroPerKwh[order]!;
    const quantity = quantityWh[order]!;
    const isRight =
      node[order]! >= 0 &&
      node[order]! < nodeCount &&
      isBid[order]! <= 1 &&
      quantity >= 0 &&
      Math.floor(quantity) === quantity &&
      Math.floor(limit) === limit;
    if (!isRight) throw new RangeError(wrongOrder(orders, order, nodeCount));
    totalWh += quantity;
  }
  return totalWh;
}

function leastLimit({ count, limitMicroPerKwh }: OrderColumns): number {
  let least = Infinity;
  for (let order = 0; order < count; order++) if (limitMicroPerKwh[order]! < least) least = limitMicroPerKwh[order]!;
  return least;
}

function mostLimit({ count, limitMicroPerKwh }: OrderColumns): number {
  let most = -Infinity;
  for (let order = 0; order < count; order++) if (limitMicroPerKwh[order]! > most) most = limitMicroPerKwh[order]!;
  return most;
}

function wanted({ count, isBid, quantityWh }: OrderColumns): number {
  let wantedWh = 0;
  for (let order = 0; order < count; order++) if (isBid[order] === 1) wantedWh += quantityWh[order]!;
  return wantedWh;
}

function wrongOrder(
  { node, isBid, quantityWh, limitMicroPerKwh }: OrderColumns,
  at: number,
  nodeCount: number,
): string {
  const place = `order at position ${at}`;
  if (!(node[at]! >= 0 && node[at]! < nodeCount)) return `${place}: node number ${node[at]} is not in the grid`;
  if (!(isBid[at]! <= 1)) return `${place}: isBid must be 0 or 1, not ${isBid[at]}`;
  if (!(quantityWh[at]! >= 0) || !Number.isInteger(quantityWh[at])) {
    return `${place}: quantityWh must be a whole number, 0 or more, not ${quantityWh[at]}`;
  }
  return `${place}: limitMicroPerKwh must be a whole number, not ${limitMicroPerKwh[at]}`;
}

/** Throws RangeError when rules cannot be followed. */
export function checkRules({ pricing, k, ruler: [lo, hi] }: MarketRules, intervalIndex: number): void {
  if (pricing !== 'nodal' && pricing !== 'midpoint') {
    throw new RangeError(`rules: pricing must be nodal or midpoint, not ${String(pricing)}`);
  }
  if (!(k >= 0 && k <= 1)) throw new RangeError(`rules: k must lie within 0 … 1, not ${k}`);
  const inRange = Math.max(Math.abs(lo), Math.abs(hi)) <= MAX_PRICE_MICRO_PER_KWH;
  if (!Number.isInteger(lo) || !Number.isInteger(hi) || !inRange || lo > hi) {
    throw new RangeError(`rules: the ruler must be two whole prices, the lower first, not ${lo} … ${hi}`);
  }
  if (!Number.isSafeInteger(intervalIndex)) {
    throw new RangeError(`intervalIndex must be a whole number, not ${intervalIndex}`);
  }
}
