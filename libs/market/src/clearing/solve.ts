import type { PreparedGrid } from '../grid/grid';
import { balance } from './balance';
import type { Groups } from './groups';
import { roomFor } from './room';
import { Runs } from './runs';
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
  readonly #runs = new Runs();
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
    this.#runsBelow = roomFor(this.#runsBelow, zones.count).fill(0, 0, zones.count);
    this.#left = roomFor(this.#left, zones.count).fill(0, 0, zones.count);
    this.#right = roomFor(this.#right, zones.count).fill(0, 0, zones.count);
    groups.filled.fill(0, 0, groups.count);
    this.#runs.reset(groups, zones.count);
    const order = this.#order.of(zones, groups);
    for (let at = 0; at < zones.count; at++) {
      const zone = order[at]!;
      const first = this.#gather(zone, groups);
      if (zone > 0) this.#crossEdge(zone, first, zones, groups);
    }
    this.#switchOn(groups);
  }

  /** The zone's curve: its children's, on top of the stack, and its own run. Returns the first of its runs. */
  #gather(zone: number, groups: Groups): number {
    const runs = this.#runs;
    const first = runs.count - this.#runsBelow[zone]!;
    const firstGroup = groups.ofZone[zone]!;
    const endGroup = groups.ofZone[zone + 1]!;
    if (firstGroup < endGroup) {
      const { isBid, quantity } = groups;
      let wanted = 0;
      let offered = 0;
      for (let group = firstGroup; group < endGroup; group++) {
        if (isBid[group] === 1) wanted += quantity[group]!;
        else offered += quantity[group]!;
      }
      runs.push(firstGroup, endGroup, wanted);
      this.#left[zone]! += wanted;
      this.#right[zone]! += offered;
    }
    if (runs.count - first > 1) {
      runs.compact(first);
      balance(runs, first);
    }
    return first;
  }

  /** Exports pay feeUp and imports feeDown; beyond the capacities the segments stay as they are at zero. */
  #crossEdge(zone: number, first: number, { top, parent }: Zones, { filled }: Groups): void {
    const runs = this.#runs;
    const { feeUp, feeDown, capacityUp, capacityDown } = this.#grid;
    const edge = top[zone]!;
    const above = parent[zone]!;
    for (let run = first, end = runs.count; run < end; run++) if (runs.part[run]! > 0) runs.cutAtZero(run);
    const exports = Math.min(this.#right[zone]!, capacityUp[edge]!);
    const imports = Math.min(this.#left[zone]!, capacityDown[edge]!);
    trimExports(runs, first, this.#right[zone]! - exports);
    trimImports(runs, first, this.#left[zone]! - imports, filled);
    for (let run = first; run < runs.count; run++) {
      runs.leftShift[run]! -= feeDown[edge]!;
      runs.rightShift[run]! += feeUp[edge]!;
    }
    this.#right[above]! += exports;
    this.#left[above]! += imports;
    this.#runsBelow[above]! += runs.count - first;
  }

  /** At the root all that is left of zero is on. A bid that is on is refused. */
  #switchOn({ count, filled, isBid, quantity }: Groups): void {
    const runs = this.#runs;
    for (let run = 0; run < runs.count; run++) {
      const zero = runs.zero[run]!;
      for (let at = runs.start[run]!; at < zero; at++) filled[runs.group[at]!]! += runs.quantity[at]!;
      if (runs.part[run]! > 0) filled[runs.group[zero]!]! += runs.part[run]!;
    }
    for (let group = 0; group < count; group++) {
      if (isBid[group] === 1) filled[group] = quantity[group]! - filled[group]!;
    }
  }
}
