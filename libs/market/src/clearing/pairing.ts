import type { PreparedGrid } from '../grid/grid';
import { NearestOrders } from './nearest-orders';
import type { OrderColumns } from './columns';
import { roomFor } from './room';
import type { Settlement } from './settlement';

const NONE = -1;

/**
 * Who traded with whom. At each node the filled asks and bids that meet there for the first time are paired, nearest
 * first; the rest goes up. A node's own meet at the node itself. What goes up is of one side, so energy crosses an edge
 * in one direction only: pairs never move it further than the flows say.
 *
 * The flows tell beforehand how much meets at each node. So no queues climb the tree: all orders are taken once, the
 * ones nearest to the root first, and each goes to its lowest ancestor that still has something to pair (found by
 * halving paths; R. Tarjan, 1975).
 */
export class Pairing {
  readonly #grid: PreparedGrid;
  readonly #nearest: NearestOrders;
  /** Wh that meet at each node. */
  readonly #meeting: Float64Array;
  /** The lowest node, self or above, that has something left to pair; one beyond the last node: none. */
  readonly #next: Int32Array;
  /** The same before anything was paired. */
  readonly #nextAtFirst: Int32Array;
  /** Parts of asks by meeting node, as lists. */
  readonly #head: Int32Array;
  readonly #tail: Int32Array;
  /** Place of a part's ask among the nearest asks. */
  #partAsk: Int32Array = new Int32Array(0);
  #partRest: Float64Array = new Float64Array(0);
  #partNext: Int32Array = new Int32Array(0);
  #parts = 0;

  constructor(grid: PreparedGrid) {
    const nodeCount = grid.nodes.length;
    this.#grid = grid;
    this.#nearest = new NearestOrders(grid);
    this.#meeting = new Float64Array(nodeCount);
    this.#next = new Int32Array(nodeCount + 1);
    this.#nextAtFirst = new Int32Array(nodeCount + 1);
    this.#head = new Int32Array(nodeCount);
    this.#tail = new Int32Array(nodeCount);
  }

  /**
   * Gives every pair to the settlement.
   * @param filled Wh by order. @param flow Wh by node, positive toward the root.
   * @param byLimit positions of the orders sorted by limit, where they are known; `sort` gives them where not.
   */
  pair(
    orders: OrderColumns,
    filled: Float64Array,
    flow: Float64Array,
    settlement: Settlement,
    byLimit: Int32Array | null,
    sort: () => Int32Array,
  ): void {
    this.#nearest.read(orders, filled, byLimit, sort);
    const meeting = this.#meeting.fill(0);
    addAsks(orders, filled, meeting);
    sendUp(flow, this.#grid.parent, meeting);
    findOpen(meeting, this.#grid.parent, this.#nextAtFirst);
    this.#placeAsks();
    this.#pairBids(settlement);
  }

  #placeAsks(): void {
    const { count, node, filledWh } = this.#nearest.asks;
    this.#makeRoom(count + this.#meeting.length);
    this.#next.set(this.#nextAtFirst);
    for (let at = 0; at < count; at++) this.#placeAsk(at, node[at]!, filledWh[at]!);
  }

  #placeAsk(ask: number, node: number, filledWh: number): void {
    const meeting = this.#meeting;
    let rest = filledWh;
    while (rest > 0) {
      const place = this.#lowestOpen(node);
      const taken = Math.min(rest, meeting[place]!);
      this.#appendPart(place, ask, taken);
      rest -= taken;
      meeting[place]! -= taken;
      if (meeting[place] === 0) this.#close(place);
    }
  }

  /** Each part ends an ask or what meets at a node. */
  #makeRoom(parts: number): void {
    this.#head.fill(NONE);
    this.#parts = 0;
    this.#partAsk = roomFor(this.#partAsk, parts);
    this.#partRest = roomFor(this.#partRest, parts);
    this.#partNext = roomFor(this.#partNext, parts);
  }

  #appendPart(place: number, ask: number, quantityWh: number): void {
    const part = this.#parts++;
    this.#partAsk[part] = ask;
    this.#partRest[part] = quantityWh;
    this.#partNext[part] = NONE;
    if (this.#head[place] === NONE) this.#head[place] = part;
    else this.#partNext[this.#tail[place]!] = part;
    this.#tail[place] = part;
  }

  #pairBids(settlement: Settlement): void {
    const { count, node, filledWh } = this.#nearest.bids;
    this.#next.set(this.#nextAtFirst);
    for (let at = 0; at < count; at++) this.#pairBid(at, node[at]!, filledWh[at]!, settlement);
  }

  #pairBid(bid: number, node: number, filledWh: number, settlement: Settlement): void {
    const head = this.#head;
    const partRest = this.#partRest;
    const { asks, bids } = this.#nearest;
    let rest = filledWh;
    while (rest > 0) {
      const place = this.#lowestOpen(node);
      const part = head[place]!;
      const taken = Math.min(rest, partRest[part]!);
      settlement.add(asks, this.#partAsk[part]!, bids, bid, place, taken);
      rest -= taken;
      partRest[part]! -= taken;
      if (partRest[part]! > 0) continue;
      head[place] = this.#partNext[part]!;
      if (head[place] === NONE) this.#close(place);
    }
  }

  #lowestOpen(from: number): number {
    const next = this.#next;
    let at = from;
    while (next[at] !== at) {
      next[at] = next[next[at]!]!;
      at = next[at]!;
    }
    if (at === this.#meeting.length) throw new Error(`node ${from} has fills that meet nothing: flows do not balance`);
    return at;
  }

  #close(place: number): void {
    this.#next[place] = place === 0 ? this.#meeting.length : this.#grid.parent[place]!;
  }
}

function addAsks({ count, node, isBid }: OrderColumns, filled: Float64Array, meeting: Float64Array): void {
  for (let order = 0; order < count; order++) if (isBid[order] === 0) meeting[node[order]!]! += filled[order]!;
}

/** What asks bring to a node, its own and those that come up, less what goes on up, is what meets there. */
function sendUp(flow: Float64Array, parent: Int32Array, meeting: Float64Array): void {
  for (let at = meeting.length - 1; at > 0; at--) {
    const up = flow[at]!;
    if (up <= 0) continue;
    meeting[at]! -= up;
    meeting[parent[at]!]! += up;
  }
}

function findOpen(meeting: Float64Array, parent: Int32Array, next: Int32Array): void {
  const none = meeting.length;
  next[none] = none;
  next[0] = meeting[0]! > 0 ? 0 : none;
  for (let at = 1; at < none; at++) next[at] = meeting[at]! > 0 ? at : next[parent[at]!]!;
}
