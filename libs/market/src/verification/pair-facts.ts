import type { Clearing, Trade } from '../clearing/clearing';
import type { Facts } from './facts';
import type { Failures } from './failures';
import { meetingOf } from './survey';

/** Trades, or own use, as columns: places of the two orders and number of their meeting node; −1 where there is none. */
export interface PairFacts {
  readonly ask: Int32Array;
  readonly bid: Int32Array;
  readonly meeting: Int32Array;
}

/** Finds the orders of trades and own use. */
export function readPairs(
  facts: Facts,
  { trades, ownUse }: Clearing,
  failures: Failures,
): { traded: PairFacts; own: PairFacts } {
  const finder = new OrderFinder(facts);
  const traded = emptyPairs(facts, trades.length);
  for (let at = 0; at < trades.length; at++) {
    const trade = trades[at]!;
    readPair(facts, finder, trade, trade.seller, trade.buyer, traded, at, failures);
  }
  const ownFinder = new OrderFinder(facts);
  const own = emptyPairs(facts, ownUse.length);
  for (let at = 0; at < ownUse.length; at++) {
    const use = ownUse[at]!;
    readPair(facts, ownFinder, use, use.node, use.node, own, at, failures);
  }
  return { traded, own };
}

function emptyPairs({ memory }: Facts, count: number): PairFacts {
  return { ask: memory.integers(count), bid: memory.integers(count), meeting: memory.integers(count) };
}

function readPair(
  facts: Facts,
  finder: OrderFinder,
  { sellOrder, buyOrder, quantityWh }: Pick<Trade, 'sellOrder' | 'buyOrder' | 'quantityWh'>,
  sellNode: number,
  buyNode: number,
  pairs: PairFacts,
  at: number,
  failures: Failures,
): void {
  const { survey, isBid } = facts;
  const seller = survey.numberOf.get(sellNode) ?? -1;
  const buyer = survey.numberOf.get(buyNode) ?? -1;
  const ask = seller < 0 ? -1 : finder.ask(seller, sellOrder);
  const bid = buyer < 0 ? -1 : finder.bid(buyer, buyOrder);
  const isPair = ask >= 0 && bid >= 0 && isBid[ask] === 0 && isBid[bid] === 1;
  pairs.ask[at] = isPair ? ask : -1;
  pairs.bid[at] = isPair ? bid : -1;
  pairs.meeting[at] = isPair ? meetingOf(survey, seller, buyer) : -1;
  if (isPair && Number.isSafeInteger(quantityWh) && quantityWh > 0) return;
  const message = `${quantityWh} Wh of ${sellOrder} at node ${sellNode} for ${buyOrder} at ${buyNode}: no such pair`;
  failures.add({ code: 'pairs', orderId: sellOrder, message });
}

/**
 * Finds an order of a node by its id. Pairs take the orders of a node one after the other, so it is looked for from the
 * place of the last one on: the next one is there at once in a right clearing, and a wrong one takes longer.
 */
class OrderFinder {
  readonly #facts: Facts;
  readonly #lastAsk: Int32Array;
  readonly #lastBid: Int32Array;

  constructor(facts: Facts) {
    this.#facts = facts;
    this.#lastAsk = facts.memory.integers(facts.first.length);
    this.#lastBid = facts.memory.integers(facts.first.length);
    this.#lastAsk.set(facts.first);
    this.#lastBid.set(facts.first);
  }

  /** Place of the order, −1 where the node has none of that id. */
  ask(node: number, id: string): number {
    return this.#find(this.#lastAsk, node, id);
  }

  bid(node: number, id: string): number {
    return this.#find(this.#lastBid, node, id);
  }

  #find(last: Int32Array, node: number, id: string): number {
    const { fills, first } = this.#facts;
    const from = last[node]!;
    const end = first[node + 1]!;
    for (let place = from; place < end; place++) {
      if (fills[place]!.orderId === id) return (last[node] = place);
    }
    for (let place = first[node]!; place < from; place++) if (fills[place]!.orderId === id) return place;
    return -1;
  }
}
