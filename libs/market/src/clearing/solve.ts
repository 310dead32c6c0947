import type { PreparedGrid } from '../grid/grid';
import { balance } from './balance';
import type { Groups } from './groups';
import { roomFor } from './room';
import { Root } from './root';
import { Runs } from './runs';
import { Segments } from './segments';
import { trimExports, trimImports } from './trim';
import { ZoneOrder } from './zone-order';
import type { Zones } from './zones';

/**
 * Fills of greatest welfare for the groups of a zone tree, by the curve method: every zone's net-supply curve is its
 * own segments with its children's curves after each crossed its edge; what an edge cuts off is decided. Exact, without
 * an LP solver. At a zone only what changes sides is touched, so that a deep chain costs little more than its orders.
 */
export class CurveSolver {
  readonly #grid: PreparedGrid;
  readonly #order = new ZoneOrder();
  readonly #segments = new Segments();
  readonly #runs = new Runs(this.#segments);
  readonly #root = new Root();
  /** Runs of the curves of a zone's children. */
  #runsBelow: Int32Array = new Int32Array(0);
  /** Wh left and right of zero: what the zone's subtree may import and export at most. */
  #left: Float64Array = new Float64Array(0);
  #right: Float64Array = new Float64Array(0);

  constructor(grid: PreparedGrid) {
    this.#grid = grid;
  }

  /** Writes the filled Wh of every group. */
  solve(zones: Zones, groups: Groups): void {
    const { count } = zones;
    this.#runsBelow = roomFor(this.#runsBelow, count).fill(0, 0, count);
    this.#left = roomFor(this.#left, count).fill(0, 0, count);
    this.#right = roomFor(this.#right, count).fill(0, 0, count);
    groups.filled.fill(0, 0, groups.count);
    // A zone pushes its own groups once, and an edge cuts one segment in two at most.
    this.#segments.reset(groups, count);
    this.#runs.reset(groups.count + count, 2 * count);
    const order = this.#order.of(zones, groups);
    for (let at = 0; at < count - 1; at++) this.#crossEdge(order[at]!, zones, groups);
    this.#pushOwn(0, groups);
    this.#root.switchOn(this.#runs, this.#segments, this.#left[0]!, groups.filled);
    // A bid that is on is refused.
    const { isBid, filled, quantity } = groups;
    for (let group = 0; group < groups.count; group++) {
      if (isBid[group] === 1) filled[group] = quantity[group]! - filled[group]!;
    }
  }

  /** The zone's own groups as a run on top of the stack. */
  #pushOwn(zone: number, { ofZone, isBid, quantity, limit }: Groups): void {
    const from = ofZone[zone]!;
    const to = ofZone[zone + 1]!;
    if (from === to) return;
    let wanted = 0;
    let offered = 0;
    for (let group = from; group < to; group++) {
      if (isBid[group] === 1) wanted += quantity[group]!;
      else offered += quantity[group]!;
    }
    this.#runs.push(from, to, limit, wanted);
    this.#left[zone]! += wanted;
    this.#right[zone]! += offered;
  }

  /**
   * Makes the zone's curve of its children's, which lie on top of the stack, and its own, and takes it over the edge:
   * exports pay feeUp and imports feeDown; beyond the capacities the segments stay as they are at zero.
   */
  #crossEdge(zone: number, { top, parent }: Zones, groups: Groups): void {
    const runs = this.#runs;
    const segments = this.#segments;
    const first = runs.count - this.#runsBelow[zone]!;
    this.#pushOwn(zone, groups);
    if (runs.count - first > 1) {
      runs.compact(first);
      balance(runs, segments, first);
    }
    for (let run = first, end = runs.count; run < end; run++) if (runs.part[run]! > 0) runs.cutAtZero(run);
    const { feeUp, feeDown, capacityUp, capacityDown } = this.#grid;
    const edge = top[zone]!;
    const exports = Math.min(this.#right[zone]!, capacityUp[edge]!);
    const imports = Math.min(this.#left[zone]!, capacityDown[edge]!);
    trimExports(runs, segments, first, this.#right[zone]! - exports);
    trimImports(runs, segments, first, this.#left[zone]! - imports, groups.filled);
    this.#shift(first, -feeDown[edge]!, feeUp[edge]!);
    const above = parent[zone]!;
    this.#right[above]! += exports;
    this.#left[above]! += imports;
    this.#runsBelow[above]! += runs.count - first;
  }

  #shift(first: number, left: number, right: number): void {
    const { count, leftShift, rightShift, lastLeft, firstRight } = this.#runs;
    for (let run = first; run < count; run++) {
      leftShift[run]! += left;
      lastLeft[run]! += left;
      rightShift[run]! += right;
      firstRight[run]! += right;
    }
  }
}
