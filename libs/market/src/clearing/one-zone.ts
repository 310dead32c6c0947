import type { MarketRules } from '../order';
import type { Totals } from './check-orders';
import type { OrderColumns } from './columns';
import { kPoint } from './k-point';
import { roomFor } from './room';
import { TieRule } from './tie-rule';
import { ZeroSearch } from './zero-search';

/**
 * Clears a grid that is one zone, which most intervals of most communities are: there is one price, and only the orders
 * at it need be looked at closely. Nothing is sorted.
 */
export class OneZone {
  readonly #zero = new ZeroSearch();
  readonly #tieRule: TieRule;
  /** Orders of the side and limit that share. */
  #alike: Int32Array = new Int32Array(0);

  constructor(tieRule: TieRule) {
    this.#tieRule = tieRule;
  }

  /** Writes the filled Wh of every order; returns the price. */
  fill(orders: OrderColumns, totals: Totals, rules: MarketRules, intervalIndex: number, filled: Float64Array): number {
    const zero = this.#zero;
    const { count, limitMicroPerKwh, isBid, quantityWh } = orders;
    zero.find(count, limitMicroPerKwh, isBid, quantityWh, totals.wantedWh, totals.least, totals.most);
    const lastLeft = this.#fillWhole(orders, filled);
    if (zero.price === Infinity) return kPoint(lastLeft, Infinity, rules);
    if (zero.partWh === 0) return kPoint(lastLeft, zero.price, rules);
    this.#share(orders, intervalIndex, filled);
    return zero.price;
  }

  /** Left of zero asks are sold and bids refused, right of it the reverse. Returns the highest limit left. */
  #fillWhole({ count, limitMicroPerKwh, isBid, quantityWh }: OrderColumns, filled: Float64Array): number {
    const price = this.#zero.price;
    const side = this.#zero.isBid;
    let lastLeft = -Infinity;
    for (let order = 0; order < count; order++) {
      const limit = limitMicroPerKwh[order]!;
      const isLeft = limit < price || (limit === price && isBid[order]! < side);
      filled[order] = isLeft === (isBid[order] === 0) ? quantityWh[order]! : 0;
      if (isLeft && limit > lastLeft && quantityWh[order]! > 0) lastLeft = limit;
    }
    return lastLeft;
  }

  /** The orders at the zero get a part: asks what lies left of it, bids what lies right. */
  #share(orders: OrderColumns, intervalIndex: number, filled: Float64Array): void {
    const { price, isBid: side, partWh } = this.#zero;
    const { count, limitMicroPerKwh, isBid, quantityWh } = orders;
    this.#alike = roomFor(this.#alike, count);
    const alike = this.#alike;
    let alikeCount = 0;
    let totalWh = 0;
    for (let order = 0; order < count; order++) {
      if (limitMicroPerKwh[order] !== price || isBid[order] !== side) continue;
      alike[alikeCount++] = order;
      totalWh += quantityWh[order]!;
    }
    const amount = side === 1 ? totalWh - partWh : partWh;
    this.#tieRule.share(orders, alike, 0, alikeCount, amount, intervalIndex, filled);
  }
}
