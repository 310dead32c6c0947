import type { Facts } from './facts';
import type { Failures } from './failures';

const NONE = -1;

/**
 * The rule of pairing, checked pair by pair in the order of the list. Meeting nodes come by falling number, so that a
 * node comes after all below it. At one node asks and bids are taken one after the other, the nearest to the root
 * first, each to its end before the next. Then at no node may an order have been passed over that is nearer than one
 * taken there: it would be left for a meeting node further up.
 */
export class PairSequence {
  /** Wh not paired yet, by order. */
  readonly rest: Float64Array;
  readonly #facts: Facts;
  readonly #failures: Failures;
  /** Place of every order by nearness to the root. */
  readonly #rank: Int32Array;
  readonly #byRank: Int32Array;
  /** Last order taken at each node. */
  readonly #lastAsk: Int32Array;
  readonly #lastBid: Int32Array;
  /** Highest meeting node of each order, which is its last. */
  readonly #top: Int32Array;
  #meeting: number;

  constructor(facts: Facts, failures: Failures) {
    const { survey, memory, filled } = facts;
    this.#facts = facts;
    this.#failures = failures;
    this.rest = memory.numbers(filled.length);
    this.rest.set(filled);
    this.#byRank = ordersByNearness(facts);
    this.#rank = memory.integers(filled.length);
    for (let rank = 0; rank < filled.length; rank++) this.#rank[this.#byRank[rank]!] = rank;
    this.#lastAsk = memory.integers(survey.id.length).fill(NONE);
    this.#lastBid = memory.integers(survey.id.length).fill(NONE);
    this.#top = memory.integers(filled.length).fill(NONE);
    this.#meeting = survey.id.length;
  }

  add(ask: number, bid: number, meeting: number, quantityWh: number): void {
    const isInOrder =
      meeting <= this.#meeting &&
      this.#follows(this.#lastAsk, ask, meeting) &&
      this.#follows(this.#lastBid, bid, meeting);
    this.rest[ask]! -= quantityWh;
    this.rest[bid]! -= quantityWh;
    // A pair takes as much as it can: one of the two is then through.
    if (!isInOrder || Math.min(this.rest[ask]!, this.rest[bid]!) !== 0) {
      const { fills } = this.#facts;
      const message = `the pair of ${fills[ask]!.orderId} and ${fills[bid]!.orderId} is not the next one`;
      this.#failures.add({ code: 'pairs-order', orderId: fills[ask]!.orderId, message });
    }
    this.#meeting = meeting;
    this.#lastAsk[meeting] = ask;
    this.#lastBid[meeting] = bid;
    this.#top[ask] = meeting;
    this.#top[bid] = meeting;
  }

  /** After an order that has a rest comes itself, after one that is through one further away. */
  #follows(last: Int32Array, order: number, meeting: number): boolean {
    const before = last[meeting]!;
    if (before === NONE) return true;
    return this.rest[before]! > 0 ? order === before : this.#rank[order]! > this.#rank[before]!;
  }

  /** To be asked when all pairs are added and add up to fills and flows: then what a node leaves is of one side. */
  checkNobodyWasPassedOver(): void {
    const { fills, isBid, survey } = this.#facts;
    const nearestLeft = this.#nearestLeft();
    for (let node = 0; node < nearestLeft.length; node++) {
      const left = nearestLeft[node]!;
      if (left === NONE) continue;
      const taken = (isBid[left] === 1 ? this.#lastBid : this.#lastAsk)[node]!;
      if (taken === NONE || this.#rank[left]! >= this.#rank[taken]!) continue;
      const { orderId } = fills[left]!;
      const message = `order ${orderId} was passed over at node ${survey.id[node]!}, where it was nearer`;
      this.#failures.add({ code: 'pairs-order', orderId, message });
    }
  }

  /**
   * By node, the nearest order that goes on upward from it. Orders come nearest first and each marks its way up to its
   * last meeting; marked nodes are skipped by links that grow shorter with use (union-find), so all ways together take
   * nearly linear time.
   */
  #nearestLeft(): Int32Array {
    const { node: nodeOf, survey, memory } = this.#facts;
    const nearest = memory.integers(survey.id.length).fill(NONE);
    const link = memory.integers(survey.id.length);
    for (let node = 0; node < link.length; node++) link[node] = node;
    const unmarked = (from: number): number => {
      let node = from;
      while (node >= 0 && link[node] !== node) {
        const next = link[node]!;
        if (next >= 0) link[node] = link[next]!;
        node = next;
      }
      return node;
    };
    for (let rank = 0; rank < this.#byRank.length; rank++) {
      const order = this.#byRank[rank]!;
      for (let node = unmarked(nodeOf[order]!); node > this.#top[order]!; node = unmarked(node)) {
        if (this.#top[order] === NONE) break;
        nearest[node] = order;
        link[node] = survey.parent[node]!;
      }
    }
    return nearest;
  }
}

/** Order places, nearest to the root first, at one node as they come. */
function ordersByNearness({ survey, memory, node: nodeOf, filled }: Facts): Int32Array {
  const first = memory.integers(survey.id.length + 1);
  for (let order = 0; order < filled.length; order++) first[nodeOf[order]! + 1]!++;
  for (let node = 0; node < survey.id.length; node++) first[node + 1]! += first[node]!;
  const byNearness = memory.integers(filled.length);
  let rank = 0;
  for (let at = 0; at < survey.nearest.length; at++) {
    const node = survey.nearest[at]!;
    for (let order = first[node]!; order < first[node + 1]!; order++) byNearness[rank++] = order;
  }
  return byNearness;
}
