import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';
import type { Fills } from './fills';
import { flowsOf } from './flows';
import { groupOrders } from './groups';
import { shareFills } from './tie-rule';
import type { Zones } from './zones';

/**
 * The tie rule across zones of one price. Zones joined by edges without fee and without a price step share as one;
 * where equal shares would overload edges, the most overloaded one of each joined piece is cut and runs full, and both
 * sides share again (after the decomposition algorithm of S. Fujishige, "Lexicographically optimal base of a polymatroid
 * with respect to a weight vector", 1980). Welfare stays the same: within a piece, energy of one price moves along
 * edges without fee.
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
  if (joined.size === 0 || !hasTie(book, solved.filled, price)) return solved;
  let amounts = solved.filled;
  for (;;) {
    const pieceOf = joinZones(zones, joined);
    const groups = groupOrders(grid, book, pieceOf, zones.count);
    const groupFilled = new Float64Array(groups.count);
    for (let group = 0; group < groups.count; group++) {
      for (let at = groups.first[group]!; at < groups.first[group + 1]!; at++) {
        groupFilled[group]! += amounts[groups.members[at]!]!;
      }
    }
    const filled = new Float64Array(book.count);
    shareFills(book, groups, groupFilled, intervalIndex, filled);
    const flow = flowsOf(grid, book, filled);
    const overloaded = mostOverloaded(grid, zones, joined, pieceOf, flow);
    if (overloaded.length === 0) return { filled, flow, groups, groupFilled };
    amounts = filled;
    for (const { zone, excess } of overloaded) {
      const edge = zones.top[zone]!;
      // Cannot happen while a piece has one price; the solver's shares are right in any case, if less even.
      if (!new Relief(grid, book, pieceOf, price, amounts, edge).relieve(excess)) return solved;
      joined.delete(zone);
    }
  }
}

/** Zones whose edge upward has neither fee nor price step. */
function zonesOfOnePrice(grid: PreparedGrid, zones: Zones, price: Float64Array): Set<number> {
  const joined = new Set<number>();
  for (let zone = 1; zone < zones.count; zone++) {
    const edge = zones.top[zone]!;
    const isFree = grid.feeUp[edge] === 0 && grid.feeDown[edge] === 0;
    if (isFree && price[edge] === price[grid.parent[edge]!]) joined.add(zone);
  }
  return joined;
}

/** Whether any order at the price of its node is left with a rest. */
function hasTie(book: Book, filled: Float64Array, price: Float64Array): boolean {
  for (let order = 0; order < book.count; order++) {
    if (filled[order]! < book.quantity[order]! && book.limit[order] === price[book.node[order]!]) return true;
  }
  return false;
}

/** The piece of every node, named by its highest zone: a joined zone counts to the zone above it. */
function joinZones(zones: Zones, joined: ReadonlySet<number>): Int32Array {
  const piece = new Int32Array(zones.count);
  for (let zone = 1; zone < zones.count; zone++) piece[zone] = joined.has(zone) ? piece[zones.parent[zone]!]! : zone;
  return zones.zoneOf.map((zone) => piece[zone]!);
}

/** For every piece the inner edge that shares overload most: Wh too much, positive upward. */
function mostOverloaded(
  grid: PreparedGrid,
  zones: Zones,
  joined: ReadonlySet<number>,
  pieceOf: Int32Array,
  flow: Float64Array,
): { zone: number; excess: number }[] {
  const worst = new Map<number, { zone: number; excess: number }>();
  for (const zone of joined) {
    const edge = zones.top[zone]!;
    const above = flow[edge]! - grid.capacityUp[edge]!;
    const below = -flow[edge]! - grid.capacityDown[edge]!;
    const excess = above > 0 ? above : below > 0 ? -below : 0;
    const known = worst.get(pieceOf[edge]!);
    if (excess !== 0 && Math.abs(excess) > Math.abs(known?.excess ?? 0)) worst.set(pieceOf[edge]!, { zone, excess });
  }
  return [...worst.values()];
}

/** Moves fills of marginal orders between the two sides of one edge of a piece. */
class Relief {
  readonly #book: Book;
  readonly #amounts: Float64Array;
  /** The piece's orders at its price, behind the edge and before it. */
  readonly #behind: number[] = [];
  readonly #before: number[] = [];

  constructor(
    grid: PreparedGrid,
    book: Book,
    pieceOf: Int32Array,
    price: Float64Array,
    amounts: Float64Array,
    edge: number,
  ) {
    this.#book = book;
    this.#amounts = amounts;
    for (let order = 0; order < book.count; order++) {
      const node = book.node[order]!;
      if (pieceOf[node] !== pieceOf[edge] || book.limit[order] !== price[node]) continue;
      (node >= edge && node < grid.end[edge]! ? this.#behind : this.#before).push(order);
    }
  }

  /** Takes the excess off the edge; false when the marginal orders do not suffice. */
  relieve(excess: number): boolean {
    const [from, to] = excess > 0 ? [this.#behind, this.#before] : [this.#before, this.#behind];
    const rest = this.#move(0, from, to, Math.abs(excess));
    return this.#move(1, to, from, rest) === 0;
  }

  /** Moves up to `wanted` Wh of one side's fills; returns what could not be moved. */
  #move(isBid: 0 | 1, from: number[], to: number[], wanted: number): number {
    const { isBid: sides, quantity } = this.#book;
    const givers = from.filter((order) => sides[order] === isBid);
    const takers = to.filter((order) => sides[order] === isBid);
    const given = givers.reduce((sum, order) => sum + this.#amounts[order]!, 0);
    const room = takers.reduce((sum, order) => sum + quantity[order]! - this.#amounts[order]!, 0);
    const moved = Math.min(wanted, given, room);
    let left = moved;
    for (const order of givers) {
      const part = Math.min(left, this.#amounts[order]!);
      this.#amounts[order]! -= part;
      left -= part;
    }
    left = moved;
    for (const order of takers) {
      const part = Math.min(left, quantity[order]! - this.#amounts[order]!);
      this.#amounts[order]! += part;
      left -= part;
    }
    return wanted - moved;
  }
}
