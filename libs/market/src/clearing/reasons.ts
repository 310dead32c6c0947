import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';
import type { Fill, FillReason } from './clearing';
import type { ClearedColumns } from './columns';
import { Pots } from './pots';
import { reachablePrices, type ReachablePrices } from './reachable-prices';
import type { Zones } from './zones';

const FILLED: FillReason = { code: 'filled' };
const NO_COUNTERPART: FillReason = { code: 'no-counterpart' };

/** Every order's fill with the reason for its size, in the book's order. */
export function explainFills(grid: PreparedGrid, book: Book, cleared: ClearedColumns, zones: Zones): Fill[] {
  const reasons = new Reasons(grid, book, cleared, zones);
  return book.orders.map((order, index) => ({
    orderId: order.id,
    node: order.node,
    side: order.side,
    filledWh: cleared.filledWh[index]!,
    reason: reasons.of(index),
  }));
}

class Reasons {
  readonly #grid: PreparedGrid;
  readonly #book: Book;
  readonly #cleared: ClearedColumns;
  readonly #pots: Pots;
  readonly #hasAsks: boolean;
  readonly #hasBids: boolean;
  /** Only where an edge is full can a better price be out of reach. */
  readonly #forAsks: ReachablePrices | null;
  readonly #forBids: ReachablePrices | null;

  constructor(grid: PreparedGrid, book: Book, cleared: ClearedColumns, zones: Zones) {
    this.#grid = grid;
    this.#book = book;
    this.#cleared = cleared;
    this.#pots = new Pots(grid, book, cleared, zones);
    const price = cleared.priceMicroPerKwh;
    this.#hasAsks = hasSide(book, 0);
    this.#hasBids = hasSide(book, 1);
    const isCongested = hasFullEdge(grid, cleared.flowWh);
    this.#forAsks = isCongested ? reachablePrices(grid, price, 1) : null;
    this.#forBids = isCongested ? reachablePrices(grid, price, -1) : null;
  }

  of(order: number): FillReason {
    if (this.#cleared.filledWh[order] === this.#book.quantityWh[order]) return FILLED;
    const isBid = this.#book.isBid[order] === 1;
    if (!(isBid ? this.#hasAsks : this.#hasBids)) return NO_COUNTERPART;
    return this.#capacity(order, isBid) ?? this.#priceOrTie(order);
  }

  #capacity(order: number, isBid: boolean): FillReason | null {
    const reachable = isBid ? this.#forBids : this.#forAsks;
    if (reachable === null) return null;
    const node = this.#book.node[order]!;
    const limit = this.#book.limitMicroPerKwh[order]!;
    const edge = reachable.edge[node]!;
    const wouldTrade = isBid ? reachable.price[node]! < limit : reachable.price[node]! > limit;
    if (edge < 0 || !wouldTrade) return null;
    const { parent, feeUp, capacityUp, capacityDown, nodes } = this.#grid;
    const price = this.#cleared.priceMicroPerKwh;
    const isFullUp = price[parent[edge]!]! - feeUp[edge]! > price[edge]!;
    return { code: 'capacity', node: nodes[edge]!.id, capacityWh: isFullUp ? capacityUp[edge]! : capacityDown[edge]! };
  }

  #priceOrTie(order: number): FillReason {
    const limitMicroPerKwh = this.#book.limitMicroPerKwh[order]!;
    const priceMicroPerKwh = this.#cleared.priceMicroPerKwh[this.#book.node[order]!]!;
    if (limitMicroPerKwh !== priceMicroPerKwh) return { code: 'price', limitMicroPerKwh, priceMicroPerKwh };
    const tie = this.#pots.tieAt(this.#book.node[order]!, this.#book.isBid[order]!);
    if (tie.orders === 1 || tie.filledWh === 0) return NO_COUNTERPART;
    return { code: 'tie', priceMicroPerKwh, ...tie };
  }
}

/** Whether anybody offers, or wants, energy. */
function hasSide({ count, isBid, quantityWh }: Book, side: 0 | 1): boolean {
  for (let order = 0; order < count; order++) if (isBid[order] === side && quantityWh[order]! > 0) return true;
  return false;
}

function hasFullEdge({ nodes, capacityUp, capacityDown }: PreparedGrid, flow: Float64Array): boolean {
  for (let node = 1; node < nodes.length; node++) {
    if (flow[node] === capacityUp[node] || -flow[node]! === capacityDown[node]) return true;
  }
  return false;
}
