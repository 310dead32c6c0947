import type { PreparedGrid } from '../grid/grid';
import type { OrderColumns } from './columns';
import { roomFor } from './room';

const NONE = -1;

/** One side's filled orders: position, node, length of the node's path to the root and filled Wh, by place. */
export class NearestSide {
  count = 0;
  order: Int32Array = new Int32Array(0);
  node: Int32Array = new Int32Array(0);
  lengthMm: Float64Array = new Float64Array(0);
  filledWh: Float64Array = new Float64Array(0);

  reset(most: number): void {
    this.count = 0;
    this.order = roomFor(this.order, most);
    this.node = roomFor(this.node, most);
    this.lengthMm = roomFor(this.lengthMm, most);
    this.filledWh = roomFor(this.filledWh, most);
  }
}

/**
 * The filled orders of an interval by path length of their node, then by node, then by limit, then as given. From any
 * meeting node the nearer of two orders is the one nearer to the root, so that this one order serves them all.
 */
export class NearestOrders {
  readonly asks = new NearestSide();
  readonly bids = new NearestSide();
  readonly #byLength: Int32Array;
  /** Path lengths of these nodes, side by side. */
  readonly #lengthMm: Float64Array;
  /** Lists of the filled orders of each node, asks at 2 · node, bids after them. */
  readonly #head: Int32Array;
  #next: Int32Array = new Int32Array(0);

  constructor(grid: PreparedGrid) {
    this.#byLength = grid.byLength;
    this.#lengthMm = Float64Array.from(grid.byLength, (node) => grid.pathLengthMm[node]!);
    this.#head = new Int32Array(2 * grid.nodes.length);
  }

  /**
   * @param byLimit positions of the orders sorted by limit, where they are known.
   * @param sort gives them; asked for only where they are not known and some node's orders are not given by limit.
   */
  read(orders: OrderColumns, filled: Float64Array, byLimit: Int32Array | null, sort: () => Int32Array): void {
    this.#next = roomFor(this.#next, orders.count);
    const head = this.#head.fill(NONE);
    if (byLimit !== null) linkSorted(orders, filled, byLimit, head, this.#next);
    else if (!linkAsGiven(orders, filled, head, this.#next)) {
      linkSorted(orders, filled, sort(), head.fill(NONE), this.#next);
    }
    this.asks.reset(orders.count);
    this.bids.reset(orders.count);
    for (let at = 0; at < this.#byLength.length; at++) this.#appendNode(at, filled);
  }

  #appendNode(at: number, filled: Float64Array): void {
    const node = this.#byLength[at]!;
    const lengthMm = this.#lengthMm[at]!;
    const ask = this.#head[2 * node]!;
    const bid = this.#head[2 * node + 1]!;
    if (ask !== NONE) append(this.asks, node, lengthMm, ask, this.#next, filled);
    if (bid !== NONE) append(this.bids, node, lengthMm, bid, this.#next, filled);
  }
}

function append(
  side: NearestSide,
  node: number,
  lengthMm: number,
  first: number,
  next: Int32Array,
  filled: Float64Array,
): void {
  for (let order = first; order !== NONE; order = next[order]!) {
    const at = side.count++;
    side.order[at] = order;
    side.node[at] = node;
    side.lengthMm[at] = lengthMm;
    side.filledWh[at] = filled[order]!;
  }
}

/** From the last order to the first, each before those after it. False where some node's are not given by limit. */
function linkAsGiven(
  { count, node, isBid, limitMicroPerKwh }: OrderColumns,
  filled: Float64Array,
  head: Int32Array,
  next: Int32Array,
): boolean {
  let isByLimit = true;
  for (let order = count - 1; order >= 0; order--) {
    if (filled[order] === 0) continue;
    const list = 2 * node[order]! + isBid[order]!;
    const after = head[list]!;
    if (after !== NONE && limitMicroPerKwh[order]! > limitMicroPerKwh[after]!) isByLimit = false;
    next[order] = after;
    head[list] = order;
  }
  return isByLimit;
}

function linkSorted(
  { count, node, isBid }: OrderColumns,
  filled: Float64Array,
  byLimit: Int32Array,
  head: Int32Array,
  next: Int32Array,
): void {
  for (let at = count - 1; at >= 0; at--) {
    const order = byLimit[at]!;
    if (filled[order] === 0) continue;
    const list = 2 * node[order]! + isBid[order]!;
    next[order] = head[list]!;
    head[list] = order;
  }
}
