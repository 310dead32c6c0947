import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';
import type { Fills } from './fills';
import { flowsOf } from './flows';
import { groupOrders, type Groups } from './groups';
import { shareFills } from './tie-rule';
import type { Zones } from './zones';

type SideFlag = 0 | 1;
const ASKS: SideFlag = 0;
const BIDS: SideFlag = 1;

/** Each side twice: what one side gives way to the grid may leave the other side room to be more even. */
const PASSES: readonly SideFlag[] = [ASKS, BIDS, ASKS, BIDS];

/**
 * The tie rule across zones of one price. Zones joined by edges without fee and without a price step share as one,
 * first the asks, the bids as they are, then the bids. Welfare stays the same: within joined zones, energy of one
 * price moves along edges without fee.
 *
 * @returns the same fills where there is nothing to share across.
 */
export function shareAcross(
  grid: PreparedGrid,
  book: Book,
  zones: Zones,
  solved: Fills,
  price: Float64Array,
  intervalIndex: number,
): Fills {
  const joined = zonesOfOnePrice(grid, zones, price);
  if (joined.length === 0) return solved;
  let fills = solved;
  for (let pass = 0; pass < PASSES.length; pass++) {
    const before = fills.filled;
    const side = PASSES[pass]!;
    if (hasTie(book, before, price, side)) {
      fills = new SharedSide(grid, book, zones, price, side, intervalIndex).share(fills, new Set(joined));
    }
    // Where the second side left everything as it was, the first would too.
    if (pass > 0 && fills.filled.every((wh, order) => wh === before[order])) break;
  }
  return fills;
}

/** Zones whose edge upward has neither fee nor price step. */
function zonesOfOnePrice(grid: PreparedGrid, zones: Zones, price: Float64Array): number[] {
  const joined: number[] = [];
  for (let zone = 1; zone < zones.count; zone++) {
    const edge = zones.top[zone]!;
    const isFree = grid.feeUp[edge] === 0 && grid.feeDown[edge] === 0;
    if (isFree && price[edge] === price[grid.parent[edge]!]) joined.push(zone);
  }
  return joined;
}

/** Whether any order of a side, at the price of its node, is left with a rest. */
function hasTie(book: Book, filled: Float64Array, price: Float64Array, side: SideFlag): boolean {
  for (let order = 0; order < book.count; order++) {
    if (book.isBid[order] !== side || filled[order] === book.quantity[order]) continue;
    if (book.limit[order] === price[book.node[order]!]) return true;
  }
  return false;
}

/** Below this an overload before rounding is no more than the noise of floating point, Wh. */
const LEAST_OVERLOAD = 1e-6;

/** An inner edge of a piece that even shares would overload: Wh too much, positive upward. */
interface Overload {
  readonly zone: number;
  readonly excess: number;
}

/**
 * One side shared evenly, the other fixed. Where even shares would overload edges, the most overloaded one of each
 * joined piece is cut and runs full, and both parts share again (after the decomposition algorithm of S. Fujishige,
 * "Lexicographically optimal base of a polymatroid with respect to a weight vector", 1980).
 */
class SharedSide {
  readonly #grid: PreparedGrid;
  readonly #book: Book;
  readonly #zones: Zones;
  readonly #price: Float64Array;
  readonly #side: SideFlag;
  readonly #intervalIndex: number;

  constructor(
    grid: PreparedGrid,
    book: Book,
    zones: Zones,
    price: Float64Array,
    side: SideFlag,
    intervalIndex: number,
  ) {
    this.#grid = grid;
    this.#book = book;
    this.#zones = zones;
    this.#price = price;
    this.#side = side;
    this.#intervalIndex = intervalIndex;
  }

  /** @param joined zones that count to the zone above them; those cut off on the way are taken out. */
  share(fills: Fills, joined: Set<number>): Fills {
    let amounts = fills.filled;
    for (;;) {
      const pieceOf = joinZones(this.#zones, joined);
      const groups = groupOrders(this.#grid, this.#book, pieceOf, this.#zones.count);
      const groupFilled = sumByGroup(groups, amounts);
      const filled = new Float64Array(this.#book.count);
      shareFills(this.#book, groups, groupFilled, this.#intervalIndex, filled);
      for (let order = 0; order < this.#book.count; order++) {
        if (this.#book.isBid[order] !== this.#side) filled[order] = amounts[order]!;
      }
      const flow = flowsOf(this.#grid, this.#book, filled);
      const exact = flowsOf(this.#grid, this.#book, this.#exactShares(groups, groupFilled, filled));
      const overloads = this.#mostOverloaded(joined, pieceOf, flow, exact);
      if (overloads.length === 0) return { filled, flow, groups, groupFilled };
      amounts = filled;
      for (const overload of overloads) {
        // Cannot fail, since a way to fill the piece within its capacities is known; if it did, that way stands.
        if (!this.#relieve(overload, pieceOf, amounts)) return fills;
        joined.delete(overload.zone);
      }
    }
  }

  /**
   * Shares before rounding. They only tell which edge to cut first: after rounding the most overloaded edge may be
   * another one, and cutting that could leave a part that no longer fits.
   */
  #exactShares(
    { count, first, members, quantity }: Groups,
    groupFilled: Float64Array,
    filled: Float64Array,
  ): Float64Array {
    const exact = filled.slice();
    for (let group = 0; group < count; group++) {
      for (let at = first[group]!; at < first[group + 1]!; at++) {
        const order = members[at]!;
        if (this.#book.isBid[order] !== this.#side) continue;
        exact[order] = (groupFilled[group]! * this.#book.quantity[order]!) / quantity[group]!;
      }
    }
    return exact;
  }

  /** For every piece the inner edge that has most too much, before rounding or at least after it. */
  #mostOverloaded(
    joined: ReadonlySet<number>,
    pieceOf: Int32Array,
    flow: Float64Array,
    exact: Float64Array,
  ): Overload[] {
    const worst = new Map<number, Overload & { readonly rank: number }>();
    for (const zone of joined) {
      const edge = this.#zones.top[zone]!;
      const up = this.#grid.capacityUp[edge]!;
      const down = this.#grid.capacityDown[edge]!;
      const isOver = flow[edge]! > up || -flow[edge]! > down;
      const rank = Math.max(exact[edge]! - up, -exact[edge]! - down);
      if (!isOver && rank < LEAST_OVERLOAD) continue;
      const isUp = exact[edge]! + flow[edge]! > 0;
      const known = worst.get(pieceOf[edge]!);
      if (known !== undefined && rank <= known.rank) continue;
      worst.set(pieceOf[edge]!, { zone, excess: isUp ? flow[edge]! - up : flow[edge]! + down, rank });
    }
    return [...worst.values()];
  }

  /** Moves fills of the side's marginal orders over the edge until it is just full; false when they do not suffice. */
  #relieve({ zone, excess }: Overload, pieceOf: Int32Array, amounts: Float64Array): boolean {
    const edge = this.#zones.top[zone]!;
    // Less upward: fewer asks filled behind the edge and more before it, or more bids behind and fewer before.
    const givesBehind = excess > 0 === (this.#side === ASKS);
    let toGive = Math.abs(excess);
    let toTake = toGive;
    for (let order = 0; order < this.#book.count; order++) {
      const node = this.#book.node[order]!;
      const isOfSide = this.#book.isBid[order] === this.#side && this.#book.limit[order] === this.#price[node];
      if (!isOfSide || pieceOf[node] !== pieceOf[edge]) continue;
      const isBehind = node >= edge && node < this.#grid.end[edge]!;
      if (isBehind === givesBehind) {
        const part = Math.min(toGive, amounts[order]!);
        amounts[order]! -= part;
        toGive -= part;
      } else {
        const part = Math.min(toTake, this.#book.quantity[order]! - amounts[order]!);
        amounts[order]! += part;
        toTake -= part;
      }
    }
    return toGive === 0 && toTake === 0;
  }
}

/** The piece of every node, named by its highest zone: a joined zone counts to the zone above it. */
function joinZones(zones: Zones, joined: ReadonlySet<number>): Int32Array {
  const piece = new Int32Array(zones.count);
  for (let zone = 1; zone < zones.count; zone++) piece[zone] = joined.has(zone) ? piece[zones.parent[zone]!]! : zone;
  return zones.zoneOf.map((zone) => piece[zone]!);
}

function sumByGroup({ count, first, members }: Groups, amounts: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  for (let group = 0; group < count; group++) {
    for (let at = first[group]!; at < first[group + 1]!; at++) sums[group]! += amounts[members[at]!]!;
  }
  return sums;
}
