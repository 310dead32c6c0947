import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';
import { NO_ORDER, OrderHeaps } from './order-heaps';

/** An ask and a bid that meet at a node, by their numbers in the book. */
export interface Pair {
  readonly ask: number;
  readonly bid: number;
  /** Lowest common ancestor of the two nodes; their own node when they are of one house. */
  readonly meeting: number;
  readonly quantityWh: number;
}

/**
 * Who traded with whom. Bottom up over the full grid tree: at each node the filled asks and bids that meet there for
 * the first time are paired, nearest first, the rest goes up. A node's own asks and bids meet at the node itself,
 * before anything from below. What goes up is of one side, so energy crosses an edge in one direction only: pairs
 * never move it further than the flows say.
 */
export function pairFills(grid: PreparedGrid, book: Book, filled: Float64Array): Pair[] {
  return new PairingWalk(grid, book, filled).run();
}

class PairingWalk {
  readonly #grid: PreparedGrid;
  readonly #book: Book;
  readonly #rest: Float64Array;
  readonly #heaps: OrderHeaps;
  /** What has come up to each node, heaps by node. */
  readonly #asks: Int32Array;
  readonly #bids: Int32Array;
  readonly #pairs: Pair[] = [];

  constructor(grid: PreparedGrid, book: Book, filled: Float64Array) {
    this.#grid = grid;
    this.#book = book;
    this.#rest = filled.slice();
    // From any meeting node on the way up, the nearer of two orders is the one nearer to the root.
    this.#heaps = new OrderHeaps(Float64Array.from(book.node, (node) => grid.pathLengthMm[node]!));
    this.#asks = new Int32Array(grid.nodes.length).fill(NO_ORDER);
    this.#bids = new Int32Array(grid.nodes.length).fill(NO_ORDER);
  }

  run(): Pair[] {
    let order = this.#book.count - 1; // the book is sorted by node
    for (let node = this.#grid.nodes.length - 1; node >= 0; node--) {
      let asks = NO_ORDER;
      let bids = NO_ORDER;
      for (; order >= 0 && this.#book.node[order] === node; order--) {
        if (this.#rest[order] === 0) continue;
        if (this.#book.isBid[order] === 1) bids = this.#heaps.meld(bids, order);
        else asks = this.#heaps.meld(asks, order);
      }
      // The node's own are nearest and have the lowest numbers, so they meet each other first.
      asks = this.#heaps.meld(asks, this.#asks[node]!);
      bids = this.#heaps.meld(bids, this.#bids[node]!);
      [asks, bids] = this.#pair(asks, bids, node);
      if (node > 0) {
        const parent = this.#grid.parent[node]!;
        this.#asks[parent] = this.#heaps.meld(this.#asks[parent]!, asks);
        this.#bids[parent] = this.#heaps.meld(this.#bids[parent]!, bids);
      }
    }
    return this.#pairs;
  }

  /** Pairs the nearest of both sides until one side is through; returns what is left. */
  #pair(asks: number, bids: number, meeting: number): [asks: number, bids: number] {
    while (asks !== NO_ORDER && bids !== NO_ORDER) {
      const quantityWh = Math.min(this.#rest[asks]!, this.#rest[bids]!);
      this.#pairs.push({ ask: asks, bid: bids, meeting, quantityWh });
      const [ask, bid] = [asks, bids];
      this.#rest[ask]! -= quantityWh;
      this.#rest[bid]! -= quantityWh;
      if (this.#rest[ask] === 0) asks = this.#heaps.withoutTop(ask);
      if (this.#rest[bid] === 0) bids = this.#heaps.withoutTop(bid);
    }
    return [asks, bids];
  }
}
