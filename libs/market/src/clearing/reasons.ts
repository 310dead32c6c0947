import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';
import type { Fill, FillReason } from './clearing';
import type { Fills } from './fills';
import { reachablePrices, type ReachablePrices } from './reachable-prices';

const FILLED: FillReason = { code: 'filled' };
const NO_COUNTERPART: FillReason = { code: 'no-counterpart' };

/** Every order's fill with the reason for its size, in the book's order. */
export function explainFills(grid: PreparedGrid, book: Book, fills: Fills, price: Float64Array): Fill[] {
  const reasons = new Reasons(grid, book, fills, price);
  return book.orders.map((order, index) => ({
    orderId: order.id,
    node: order.node,
    side: order.side,
    filledWh: fills.filled[index]!,
    reason: reasons.of(index),
  }));
}

class Reasons {
  readonly #grid: PreparedGrid;
  readonly #book: Book;
  readonly #fills: Fills;
  readonly #price: Float64Array;
  readonly #groupOf: Int32Array;
  readonly #hasAsks: boolean;
  readonly #hasBids: boolean;
  /** Only where an edge is full can a better price be out of reach. */
  readonly #forAsks: ReachablePrices | null;
  readonly #forBids: ReachablePrices | null;

  constructor(grid: PreparedGrid, book: Book, fills: Fills, price: Float64Array) {
    this.#grid = grid;
    this.#book = book;
    this.#fills = fills;
    this.#price = price;
    const { count, first, members } = fills.groups;
    this.#groupOf = new Int32Array(book.count);
    for (let group = 0; group < count; group++) {
      for (let at = first[group]!; at < first[group + 1]!; at++) this.#groupOf[members[at]!] = group;
    }
    this.#hasAsks = book.isBid.includes(0);
    this.#hasBids = book.isBid.includes(1);
    const isCongested = hasFullEdge(grid, fills.flow);
    this.#forAsks = isCongested ? reachablePrices(grid, price, 1) : null;
    this.#forBids = isCongested ? reachablePrices(grid, price, -1) : null;
  }

  of(order: number): FillReason {
    if (this.#fills.filled[order] === this.#book.quantity[order]) return FILLED;
    const isBid = this.#book.isBid[order] === 1;
    if (!(isBid ? this.#hasAsks : this.#hasBids)) return NO_COUNTERPART;
    return this.#capacity(order, isBid) ?? this.#priceOrTie(order);
  }

  #capacity(order: number, isBid: boolean): FillReason | null {
    const reachable = isBid ? this.#forBids : this.#forAsks;
    if (reachable === null) return null;
    const node = this.#book.node[order]!;
    const limit = this.#book.limit[order]!;
    const edge = reachable.edge[node]!;
    const wouldTrade = isBid ? reachable.price[node]! < limit : reachable.price[node]! > limit;
    if (edge < 0 || !wouldTrade) return null;
    const { parent, feeUp, capacityUp, capacityDown, nodes } = this.#grid;
    const isFullUp = this.#price[parent[edge]!]! - feeUp[edge]! > this.#price[edge]!;
    return { code: 'capacity', node: nodes[edge]!.id, capacityWh: isFullUp ? capacityUp[edge]! : capacityDown[edge]! };
  }

  #priceOrTie(order: number): FillReason {
    const limitMicroPerKwh = this.#book.limit[order]!;
    const priceMicroPerKwh = this.#price[this.#book.node[order]!]!;
    if (limitMicroPerKwh !== priceMicroPerKwh) return { code: 'price', limitMicroPerKwh, priceMicroPerKwh };
    const group = this.#groupOf[order]!;
    const { first, quantity } = this.#fills.groups;
    const orders = first[group + 1]! - first[group]!;
    const filledWh = this.#fills.groupFilled[group]!;
    if (orders === 1 || filledWh === 0) return NO_COUNTERPART;
    return { code: 'tie', priceMicroPerKwh, orders, filledWh, quantityWh: quantity[group]! };
  }
}

function hasFullEdge({ nodes, capacityUp, capacityDown }: PreparedGrid, flow: Float64Array): boolean {
  for (let node = 1; node < nodes.length; node++) {
    if (flow[node] === capacityUp[node] || -flow[node]! === capacityDown[node]) return true;
  }
  return false;
}
