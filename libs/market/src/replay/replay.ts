import { addNano, multiply } from '@ceex/units';
import type { Clearer } from '../clearing/clearer';
import type { MarketRules } from '../order';
import { ChangedOrders, type Change } from './changed-orders';
import type { PastIntervals } from './past-intervals';
import { noTrade, withUtility, type ReplayTotals, type TradedTotals, type UtilityPrices } from './replay-totals';

/** What held for a span of intervals: how the market made prices, and what the utility paid and charged. */
export interface MarketTerms {
  readonly rules: MarketRules;
  readonly prices: UtilityPrices;
}

/** Intervals by position, half open. */
export interface IntervalSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Clears a span of past intervals again with one node's orders changed, and sums what that node sells, buys, earns and
 * pays. Energy that a node's own ask gives its own bid is no trade and counts nowhere. The terms hold for the whole
 * span: cut a longer time where they change, and wherever somebody may want to stop; totals add up.
 *
 * Nothing is allocated for an interval.
 *
 * @throws RangeError on malformed orders or rules, and where money leaves the range of exact integers.
 */
export function replay(
  clearer: Clearer,
  past: PastIntervals,
  change: Change,
  { rules, prices }: MarketTerms,
  { from, to }: IntervalSpan,
): ReplayTotals {
  const orders = new ChangedOrders(past, change);
  const trades = rules.pricing === 'nodal' ? new NodalTrades(clearer) : new PairedTrades(clearer);
  const totals = noTrade();
  for (let interval = from; interval < to; interval++) {
    orders.read(interval);
    totals.intervals++;
    if (orders.mayTrade) trades.clear(orders, rules, past.intervalIndex[interval]!);
    else trades.forget();
    addInterval(totals, orders, trades);
  }
  return withUtility(totals, prices);
}

/** What the node traded in one interval. */
interface OwnTrades {
  readonly soldWh: number;
  readonly boughtWh: number;
  readonly ownUseWh: number;
  readonly soldNano: number;
  readonly boughtNano: number;
}

function addInterval(totals: TradedTotals, orders: ChangedOrders, own: OwnTrades): void {
  let asksWh = 0;
  let bidsWh = 0;
  for (let order = orders.ownFrom; order < orders.count; order++) {
    if (orders.isBid[order] === 1) bidsWh += orders.quantityWh[order]!;
    else asksWh += orders.quantityWh[order]!;
  }
  totals.soldWh += own.soldWh;
  totals.boughtWh += own.boughtWh;
  totals.unsoldWh += asksWh - own.soldWh - own.ownUseWh;
  totals.unboughtWh += bidsWh - own.boughtWh - own.ownUseWh;
  if (own.soldWh > 0) {
    totals.intervalsSold++;
    totals.localRevenueNano = addNano(totals.localRevenueNano, own.soldNano);
  }
  if (own.boughtWh > 0) {
    totals.intervalsBought++;
    totals.localEnergyCostNano = addNano(totals.localEnergyCostNano, own.boughtNano);
  }
}

class Trades implements OwnTrades {
  soldWh = 0;
  boughtWh = 0;
  ownUseWh = 0;
  soldNano = 0;
  boughtNano = 0;

  constructor(protected readonly clearer: Clearer) {}

  forget(): void {
    this.soldWh = this.boughtWh = this.ownUseWh = this.soldNano = this.boughtNano = 0;
  }
}

/** Everybody trades at the price of its own node: fills and prices say it all, pairs are not needed. */
class NodalTrades extends Trades {
  clear(orders: ChangedOrders, rules: MarketRules, intervalIndex: number): void {
    const { filledWh, priceMicroPerKwh } = this.clearer.fill(orders, rules, intervalIndex);
    let askedWh = 0;
    let bidWh = 0;
    for (let order = orders.ownFrom; order < orders.count; order++) {
      if (orders.isBid[order] === 1) bidWh += filledWh[order]!;
      else askedWh += filledWh[order]!;
    }
    // A node's own asks and bids meet each other before anybody else's.
    this.ownUseWh = Math.min(askedWh, bidWh);
    this.soldWh = askedWh - this.ownUseWh;
    this.boughtWh = bidWh - this.ownUseWh;
    const price = orders.ownFrom < orders.count ? priceMicroPerKwh[orders.node[orders.ownFrom]!]! : 0;
    this.soldNano = multiply(this.soldWh, price);
    this.boughtNano = multiply(this.boughtWh, price);
  }
}

/** What each pays depends on whom it met. */
class PairedTrades extends Trades {
  clear(orders: ChangedOrders, rules: MarketRules, intervalIndex: number): void {
    this.forget();
    const { pairs } = this.clearer.clear(orders, rules, intervalIndex);
    for (let pair = 0; pair < pairs.count; pair++) {
      const isSeller = pairs.ask[pair]! >= orders.ownFrom;
      const isBuyer = pairs.bid[pair]! >= orders.ownFrom;
      const quantityWh = pairs.quantityWh[pair]!;
      if (isSeller && isBuyer) this.ownUseWh += quantityWh;
      else if (isSeller) {
        this.soldWh += quantityWh;
        this.soldNano = addNano(this.soldNano, multiply(quantityWh, pairs.sellerPriceMicroPerKwh[pair]!));
      } else if (isBuyer) {
        this.boughtWh += quantityWh;
        this.boughtNano = addNano(this.boughtNano, multiply(quantityWh, pairs.buyerPriceMicroPerKwh[pair]!));
      }
    }
  }
}
