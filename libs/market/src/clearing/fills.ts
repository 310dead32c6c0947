import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';
import { flowsOf } from './flows';
import { groupOrders, type Groups } from './groups';
import { solveGroups } from './solve';
import { shareFills } from './tie-rule';
import { contractZones, type Zones } from './zones';

/** What every order gets and what flows, with the groups that shared. */
export interface Fills {
  /** Wh by order of the book. */
  readonly filled: Float64Array;
  /** Wh by node, positive toward the root; 0 at the root. */
  readonly flow: Float64Array;
  readonly groups: Groups;
  /** Wh by group. */
  readonly groupFilled: Float64Array;
}

/**
 * Fills of greatest welfare, shared by the tie rule.
 *
 * The solver's zones end at every fee-free edge whose capacity *could* bind. Most of those do not in the end, and
 * orders on both sides are then alike. So the tie rule looks again, over zones joined across the fee-free edges that
 * are not full; an edge that equal shares would overload is left apart. Welfare stays the same: within such a zone
 * energy of one price is moved along edges without fee.
 */
export function fillOrders(grid: PreparedGrid, book: Book, intervalIndex: number): Fills {
  const zones = contractZones(grid, book);
  const groups = groupOrders(grid, book, zones.zoneOf, zones.count);
  const groupFilled = solveGroups(grid, zones, groups, intervalIndex);
  const filled = new Float64Array(book.count);
  shareFills(book, groups, groupFilled, intervalIndex, filled);
  const solved: Fills = { filled, flow: flowsOf(grid, book, filled), groups, groupFilled };
  const joined = edgesToJoin(grid, zones, solved.flow);
  return joined.size === 0 ? solved : shareAcross(grid, book, zones, solved, joined, intervalIndex);
}

/** Zones whose edge upward has no fee and is not full. */
function edgesToJoin(grid: PreparedGrid, zones: Zones, flow: Float64Array): Set<number> {
  const joined = new Set<number>();
  for (let zone = 1; zone < zones.count; zone++) {
    const edge = zones.top[zone]!;
    const isFree = grid.feeUp[edge] === 0 && grid.feeDown[edge] === 0;
    if (isFree && flow[edge]! < grid.capacityUp[edge]! && -flow[edge]! < grid.capacityDown[edge]!) joined.add(zone);
  }
  return joined;
}

function shareAcross(
  grid: PreparedGrid,
  book: Book,
  zones: Zones,
  solved: Fills,
  joined: Set<number>,
  intervalIndex: number,
): Fills {
  for (;;) {
    const groups = groupOrders(grid, book, joinZones(zones, joined), zones.count);
    const groupFilled = new Float64Array(groups.count);
    for (let group = 0; group < groups.count; group++) {
      for (let at = groups.first[group]!; at < groups.first[group + 1]!; at++) {
        groupFilled[group]! += solved.filled[groups.members[at]!]!;
      }
    }
    const filled = new Float64Array(book.count);
    shareFills(book, groups, groupFilled, intervalIndex, filled);
    const flow = flowsOf(grid, book, filled);
    // Each round leaves one edge more apart; with none joined the shares are the solver's, which fit.
    const overloaded = [...joined].filter((zone) => {
      const edge = zones.top[zone]!;
      return flow[edge]! > grid.capacityUp[edge]! || -flow[edge]! > grid.capacityDown[edge]!;
    });
    if (overloaded.length === 0) return { filled, flow, groups, groupFilled };
    for (const zone of overloaded) joined.delete(zone);
  }
}

/** The wider zone of every node: a joined zone counts to the zone above it. */
function joinZones(zones: Zones, joined: ReadonlySet<number>): Int32Array {
  const wider = new Int32Array(zones.count);
  for (let zone = 1; zone < zones.count; zone++) wider[zone] = joined.has(zone) ? wider[zones.parent[zone]!]! : zone;
  return zones.zoneOf.map((zone) => wider[zone]!);
}
