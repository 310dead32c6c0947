import type { FillReason } from '../clearing/clearing';
import { bestElsewhere, type BestElsewhere } from './best-elsewhere';
import type { Facts } from './facts';
import type { Failures } from './failures';
import type { Regions } from './regions';

const NO_COUNTERPART: FillReason = { code: 'no-counterpart' };

/** Orders at their price, by pot and side (pot · 2, one more for bids). */
interface Sharers {
  readonly orders: Float64Array;
  readonly filledWh: Float64Array;
  readonly quantityWh: Float64Array;
}

/** Every order's reason, with all its figures, follows from fills, flows and prices. */
export function checkReasons(facts: Facts, regions: Regions, failures: Failures): void {
  const { fills, filled, quantity, isBid } = facts;
  const sharers = sharersOf(facts, regions);
  const elsewhere = hasRent(facts) ? [bestElsewhere(facts, 'ask'), bestElsewhere(facts, 'bid')] : [];
  const energy = [0, 0];
  for (let order = 0; order < filled.length; order++) energy[isBid[order]!]! += quantity[order]!;
  for (let order = 0; order < filled.length; order++) {
    const { reason, orderId } = fills[order]!;
    if (filled[order] === quantity[order]) {
      if (reason.code === 'filled') continue;
      failures.add({ code: 'reason', orderId, message: `order ${orderId} is filled, not ${reason.code}` });
      continue;
    }
    const isAlone = energy[1 - isBid[order]!] === 0;
    const expected = isAlone
      ? NO_COUNTERPART
      : (fullEdge(facts, order, elsewhere[isBid[order]!]) ?? priceOrTie(facts, regions, sharers, order));
    if (isSame(reason, expected)) continue;
    const message = `order ${orderId}: reason ${JSON.stringify(reason)} should be ${JSON.stringify(expected)}`;
    failures.add({ code: 'reason', orderId, message });
  }
}

/** Whether an edge is worth more than its fee: only there can a better price be out of reach. */
function hasRent({ survey, price }: Facts): boolean {
  for (let node = 1; node < price.length; node++) {
    const toParent = price[survey.parent[node]!]! - price[node]!;
    if (toParent > survey.feeUp[node]! || -toParent > survey.feeDown[node]!) return true;
  }
  return false;
}

/** The first edge with rent on the way to the best price, where that price would fill the order. */
function fullEdge(
  { survey, node, isBid, limit, price }: Facts,
  order: number,
  best?: BestElsewhere,
): FillReason | null {
  const edge = best?.edge[node[order]!] ?? -1;
  if (best === undefined || edge < 0) return null;
  const better = best.price[node[order]!]! - limit[order]!;
  if (isBid[order] === 1 ? better >= 0 : better <= 0) return null;
  const isFullUp = price[survey.parent[edge]!]! - price[edge]! > survey.feeUp[edge]!;
  const capacityWh = (isFullUp ? survey.capacityUp : survey.capacityDown)[edge]!;
  return { code: 'capacity', node: survey.id[edge]!, capacityWh };
}

function priceOrTie(
  { node, isBid, limit, price }: Facts,
  { pot }: Regions,
  sharers: Sharers,
  order: number,
): FillReason {
  const limitMicroPerKwh = limit[order]!;
  const priceMicroPerKwh = price[node[order]!]!;
  if (limitMicroPerKwh !== priceMicroPerKwh) return { code: 'price', limitMicroPerKwh, priceMicroPerKwh };
  const group = 2 * pot[node[order]!]! + isBid[order]!;
  const orders = sharers.orders[group]!;
  const filledWh = sharers.filledWh[group]!;
  if (orders === 1 || filledWh === 0) return NO_COUNTERPART;
  return { code: 'tie', priceMicroPerKwh, orders, filledWh, quantityWh: sharers.quantityWh[group]! };
}

function sharersOf({ memory, node, isBid, limit, quantity, filled, price }: Facts, { pot }: Regions): Sharers {
  const orders = memory.numbers(2 * price.length);
  const filledWh = memory.numbers(2 * price.length);
  const quantityWh = memory.numbers(2 * price.length);
  for (let order = 0; order < filled.length; order++) {
    if (limit[order] !== price[node[order]!] || quantity[order] === 0) continue;
    const group = 2 * pot[node[order]!]! + isBid[order]!;
    orders[group]!++;
    filledWh[group]! += filled[order]!;
    quantityWh[group]! += quantity[order]!;
  }
  return { orders, filledWh, quantityWh };
}

function isSame(stated: FillReason, expected: FillReason): boolean {
  const a: Partial<Record<string, unknown>> = stated;
  const b: Partial<Record<string, unknown>> = expected;
  const keys = Object.keys(expected);
  return Object.keys(stated).length === keys.length && keys.every((key) => a[key] === b[key]);
}
