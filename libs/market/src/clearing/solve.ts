import type { PreparedGrid } from '../grid/grid';
import type { Groups } from './groups';
import { Segments } from './segments';
import type { Zones } from './zones';

/**
 * Fills of greatest welfare for the groups of a zone tree, by the curve method: every zone's net-supply curve is its
 * own segments merged with its children's curves after each crossed its edge; what an edge cuts off is decided.
 * Exact, without an LP solver; O(segments · log) per level.
 *
 * @param rotation turns the order in which zones are served that tie at one price behind fees, interval by interval.
 * @returns filled Wh by group.
 */
export function solveGroups(grid: PreparedGrid, zones: Zones, groups: Groups, rotation: number): Float64Array {
  return new CurveWalk(grid, zones, groups, rotation).run();
}

class CurveWalk {
  readonly #grid: PreparedGrid;
  readonly #zones: Zones;
  readonly #groups: Groups;
  readonly #rotation: number;
  readonly #segments: Segments;
  /** Switched on for good, Wh by group. */
  readonly #on: Float64Array;
  /** Each zone's run; segments `[start, zero)` are on, `[zero, end)` off when the zone's net supply is zero. */
  readonly #start: Int32Array;
  readonly #zero: Int32Array;
  readonly #end: Int32Array;
  /** Wh left of zero: what the zone's subtree may import at most. */
  readonly #imports: Float64Array;

  constructor(grid: PreparedGrid, zones: Zones, groups: Groups, rotation: number) {
    this.#grid = grid;
    this.#zones = zones;
    this.#groups = groups;
    this.#rotation = rotation;
    this.#segments = new Segments(groups, zones.count);
    this.#on = new Float64Array(groups.count);
    this.#start = new Int32Array(zones.count);
    this.#zero = new Int32Array(zones.count);
    this.#end = new Int32Array(zones.count);
    this.#imports = new Float64Array(zones.count);
  }

  run(): Float64Array {
    // Descending numbers: every zone after all the zones below it.
    for (let zone = this.#zones.count - 1; zone >= 0; zone--) {
      this.#gather(zone);
      this.#splitAtZero(zone);
      if (zone > 0) this.#crossEdge(zone);
    }
    this.#switchOn(this.#start[0]!, this.#zero[0]!);
    const { isBid, quantity } = this.#groups;
    return this.#on.map((on, group) => (isBid[group] === 1 ? quantity[group]! - on : on));
  }

  /** The zone's curve: its own segments and its children's, one sorted run. */
  #gather(zone: number): void {
    const { ofZone, isBid, quantity } = this.#groups;
    const target = ofZone[zone]! + zone; // one spare slot for every zone before
    let imports = 0;
    for (let group = ofZone[zone]!; group < ofZone[zone + 1]!; group++)
      if (isBid[group] === 1) imports += quantity[group]!;
    const starts: number[] = [];
    const ends: number[] = [];
    const ownEnd = this.#segments.place(ofZone[zone]!, ofZone[zone + 1]!, target);
    if (ownEnd > target) {
      starts.push(target);
      ends.push(ownEnd);
    }
    for (let child = this.#zones.firstChild[zone]!; child >= 0; child = this.#zones.nextSibling[child]!) {
      imports += this.#imports[child]!;
      if (this.#start[child] === this.#end[child]) continue;
      starts.push(this.#start[child]!);
      ends.push(this.#end[child]!);
    }
    this.#imports[zone] = imports;
    if (starts.length <= 1) {
      this.#start[zone] = starts[0] ?? target;
      this.#end[zone] = ends[0] ?? target;
      return;
    }
    this.#start[zone] = target;
    this.#end[zone] = this.#segments.merge(inTurn(starts, this.#rotation), inTurn(ends, this.#rotation), target);
  }

  /** Finds where the running sum from all-off, −imports, reaches zero, cutting the segment it falls into. */
  #splitAtZero(zone: number): void {
    let missing = this.#imports[zone]!;
    let at = this.#start[zone]!;
    while (missing > 0 && this.#segments.quantity(at) <= missing) missing -= this.#segments.quantity(at++);
    if (missing > 0) this.#end[zone] = this.#segments.cut(at++, missing, this.#end[zone]!);
    this.#zero[zone] = at;
  }

  /** Exports pay feeUp and imports feeDown; beyond the capacities the segments stay as they are at zero. */
  #crossEdge(zone: number): void {
    const edge = this.#zones.top[zone]!;
    this.#keepExports(zone, this.#grid.capacityUp[edge]!);
    this.#keepImports(zone, this.#grid.capacityDown[edge]!);
    this.#segments.shiftPrices(this.#start[zone]!, this.#zero[zone]!, -this.#grid.feeDown[edge]!);
    this.#segments.shiftPrices(this.#zero[zone]!, this.#end[zone]!, this.#grid.feeUp[edge]!);
  }

  /** Right of zero only the first `capacity` Wh can go up; the rest stays off. */
  #keepExports(zone: number, capacity: number): void {
    let room = capacity;
    for (let at = this.#zero[zone]!; at < this.#end[zone]!; at++) {
      const quantity = this.#segments.quantity(at);
      if (quantity > room) {
        this.#segments.setQuantity(at, room);
        this.#end[zone] = room > 0 ? at + 1 : at;
        return;
      }
      room -= quantity;
    }
  }

  /** Left of zero only the `capacity` Wh nearest to it can come in; the rest stays on. */
  #keepImports(zone: number, capacity: number): void {
    if (this.#imports[zone]! <= capacity) return;
    this.#imports[zone] = capacity;
    let room = capacity;
    let at = this.#zero[zone]! - 1;
    while (this.#segments.quantity(at) <= room) room -= this.#segments.quantity(at--);
    this.#on[this.#segments.group(at)]! += this.#segments.quantity(at) - room;
    this.#segments.setQuantity(at, room);
    this.#switchOn(this.#start[zone]!, at);
    this.#start[zone] = room > 0 ? at : at + 1;
  }

  #switchOn(from: number, to: number): void {
    for (let at = from; at < to; at++) this.#on[this.#segments.group(at)]! += this.#segments.quantity(at);
  }
}

/** Every other interval backwards, then turned: over time each run comes before each other one equally often. */
function inTurn(list: number[], rotation: number): number[] {
  const ordered = rotation % 2 === 0 ? list : list.reverse();
  const turn = Math.floor(rotation / 2) % ordered.length;
  const from = turn < 0 ? turn + ordered.length : turn;
  return from === 0 ? ordered : [...ordered.slice(from), ...ordered.slice(0, from)];
}
