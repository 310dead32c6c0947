import type { PreparedGrid } from '../grid/grid';
import type { OrderColumns } from './columns';
import { toOffsets } from './order-sort';
import { roomFor } from './room';

const NONE = -1;

/** Is told of every pair: positions of its orders, the node where their paths to the root meet, its energy. */
export interface PairSink {
  add(ask: number, bid: number, meeting: number, quantityWh: number): void;
}

/**
 * Who traded with whom. At each node the filled asks and bids that meet there for the first time are paired, nearest
 * first; the rest goes up. A node's own meet at the node itself. What goes up is of one side, so energy crosses an edge
 * in one direction only: pairs never move it further than the flows say.
 *
 * The flows tell beforehand how much meets at each node. So no queues climb the tree: all orders are taken once, the
 * ones nearest to the root first, and each goes to its lowest ancestor that still has something to pair (found by
 * halving paths; R. Tarjan, 1975). From any meeting node the nearer of two orders is the one nearer to the root.
 */
export class Pairing {
  readonly #grid: PreparedGrid;
  /** Positions of the filled orders by path length of their node, then by node, then by limit. */
  #nearest: Int32Array = new Int32Array(0);
  readonly #offsets: Int32Array;
  /** Wh that meet at each node. */
  readonly #meeting: Float64Array;
  /** The lowest node, self or above, that has something left to pair; one beyond the last node: none. */
  readonly #next: Int32Array;
  /** Parts of asks by meeting node, as lists. */
  readonly #head: Int32Array;
  readonly #tail: Int32Array;
  #partAsk: Int32Array = new Int32Array(0);
  #partRest: Float64Array = new Float64Array(0);
  #partNext: Int32Array = new Int32Array(0);
  #parts = 0;

  constructor(grid: PreparedGrid) {
    const nodeCount = grid.nodes.length;
    this.#grid = grid;
    this.#offsets = new Int32Array(nodeCount);
    this.#meeting = new Float64Array(nodeCount);
    this.#next = new Int32Array(nodeCount + 1);
    this.#head = new Int32Array(nodeCount);
    this.#tail = new Int32Array(nodeCount);
  }

  /**
   * @param byLimit positions of the orders sorted by limit.
   * @param filled Wh by order. @param flow Wh by node, positive toward the root.
   */
  pair(orders: OrderColumns, byLimit: Int32Array, filled: Float64Array, flow: Float64Array, sink: PairSink): void {
    const count = this.#sortNearest(orders, byLimit, filled);
    this.#sumMeeting(orders, filled, flow);
    this.#placeAsks(orders, filled, count);
    this.#pairBids(orders, filled, count, sink);
  }

  #sortNearest({ count, node }: OrderColumns, byLimit: Int32Array, filled: Float64Array): number {
    const { rankOfLength } = this.#grid;
    this.#nearest = roomFor(this.#nearest, count);
    const nearest = this.#nearest;
    const offsets = this.#offsets.fill(0);
    let filledCount = 0;
    for (let order = 0; order < count; order++) {
      if (filled[order] === 0) continue;
      offsets[rankOfLength[node[order]!]!]!++;
      filledCount++;
    }
    toOffsets(offsets, offsets.length);
    for (let at = 0; at < count; at++) {
      const order = byLimit[at]!;
      if (filled[order]! > 0) nearest[offsets[rankOfLength[node[order]!]!]!++] = order;
    }
    return filledCount;
  }

  /** What asks bring to a node, its own and those that come up, less what goes on up. */
  #sumMeeting({ count, node, isBid }: OrderColumns, filled: Float64Array, flow: Float64Array): void {
    const { parent } = this.#grid;
    const meeting = this.#meeting.fill(0);
    const next = this.#next;
    const nodeCount = meeting.length;
    for (let order = 0; order < count; order++) if (isBid[order] === 0) meeting[node[order]!]! += filled[order]!;
    for (let at = nodeCount - 1; at > 0; at--) {
      const up = flow[at]!;
      if (up <= 0) continue;
      meeting[at]! -= up;
      meeting[parent[at]!]! += up;
    }
    next[nodeCount] = nodeCount;
    for (let at = 0; at < nodeCount; at++) {
      next[at] = meeting[at]! > 0 ? at : at === 0 ? nodeCount : next[parent[at]!]!;
    }
  }

  #placeAsks({ node, isBid }: OrderColumns, filled: Float64Array, count: number): void {
    this.#head.fill(NONE);
    this.#parts = 0;
    // Each part ends an ask or what meets at a node.
    const most = count + this.#meeting.length;
    this.#partAsk = roomFor(this.#partAsk, most);
    this.#partRest = roomFor(this.#partRest, most);
    this.#partNext = roomFor(this.#partNext, most);
    for (let at = 0; at < count; at++) {
      const order = this.#nearest[at]!;
      if (isBid[order] === 1) continue;
      for (let rest = filled[order]!; rest > 0;) {
        const place = this.#lowestOpen(node[order]!);
        const taken = Math.min(rest, this.#meeting[place]!);
        this.#appendPart(place, order, taken);
        rest -= taken;
        this.#meeting[place]! -= taken;
        if (this.#meeting[place] === 0) this.#close(place);
      }
    }
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

  #pairBids({ node, isBid }: OrderColumns, filled: Float64Array, count: number, sink: PairSink): void {
    const { parent } = this.#grid;
    const nodeCount = this.#meeting.length;
    const head = this.#head;
    for (let at = 0; at < nodeCount; at++) {
      this.#next[at] = head[at] !== NONE ? at : at === 0 ? nodeCount : this.#next[parent[at]!]!;
    }
    for (let at = 0; at < count; at++) {
      const order = this.#nearest[at]!;
      if (isBid[order] === 0) continue;
      for (let rest = filled[order]!; rest > 0;) {
        const place = this.#lowestOpen(node[order]!);
        const part = head[place]!;
        const taken = Math.min(rest, this.#partRest[part]!);
        sink.add(this.#partAsk[part]!, order, place, taken);
        rest -= taken;
        this.#partRest[part]! -= taken;
        if (this.#partRest[part]! > 0) continue;
        head[place] = this.#partNext[part]!;
        if (head[place] === NONE) this.#close(place);
      }
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
