import type { PreparedGrid } from '../grid/grid';
import type { MarketRules } from '../order';
import type { Groups } from './groups';
import { kPoint } from './k-point';
import { roomFor } from './room';
import type { Zones } from './zones';

/**
 * Flows between zones, and a price at every zone that is consistent with every fill, flow and fee, so that it proves
 * them optimal; among the possible ones the community's k-point.
 *
 * Bottom up, the interval of prices each zone allows; top down, the choice. The interval is never empty: fills and
 * flows are optimal and the program's dual is then solved by whole numbers, limits and fees being whole.
 */
export class ZonePrices {
  /** Wh over the edge of each zone, positive toward the root; 0 at zone 0. */
  flow: Float64Array = new Float64Array(0);
  /** µCHF/kWh. */
  price: Float64Array = new Float64Array(0);
  readonly #grid: PreparedGrid;
  #lo: Float64Array = new Float64Array(0);
  #hi: Float64Array = new Float64Array(0);
  /** What an edge allows its zone's price to be above the parent's, at least and at most; infinite where it is full. */
  #least: Float64Array = new Float64Array(0);
  #most: Float64Array = new Float64Array(0);

  constructor(grid: PreparedGrid) {
    this.#grid = grid;
  }

  /** Computes flows and prices from the groups' fills. */
  compute(zones: Zones, groups: Groups, rules: MarketRules): void {
    const { count } = zones;
    this.flow = roomFor(this.flow, count).fill(0, 0, count);
    this.price = roomFor(this.price, count);
    this.#lo = roomFor(this.#lo, count).fill(-Infinity, 0, count);
    this.#hi = roomFor(this.#hi, count).fill(Infinity, 0, count);
    this.#least = roomFor(this.#least, count);
    this.#most = roomFor(this.#most, count);
    this.#readGroups(groups);
    for (let zone = count - 1; zone > 0; zone--) this.#narrowParent(zone, zones);
    this.flow[0] = 0;
    this.price[0] = kPoint(this.#lo[0]!, this.#hi[0]!, rules);
    for (let zone = 1; zone < count; zone++) this.#choose(zone, this.price[zones.parent[zone]!]!, rules);
  }

  /** A fill says price ≥ an ask's limit, ≤ a bid's; an unfilled rest says the opposite. */
  #readGroups({ count, zone, limit, isBid, filled, quantity }: Groups): void {
    const lo = this.#lo;
    const hi = this.#hi;
    const flow = this.flow;
    for (let group = 0; group < count; group++) {
      const at = zone[group]!;
      const price = limit[group]!;
      const filledWh = filled[group]!;
      const hasRest = filledWh < quantity[group]!;
      const isWanted = isBid[group] === 1;
      if (isWanted ? hasRest : filledWh > 0) lo[at] = Math.max(lo[at]!, price);
      if (isWanted ? filledWh > 0 : hasRest) hi[at] = Math.min(hi[at]!, price);
      flow[at]! += isWanted ? -filledWh : filledWh;
    }
  }

  /** The zone's flow is complete when its children are through; then its edge tells what the parent may cost. */
  #narrowParent(zone: number, { top, parent }: Zones): void {
    const { feeUp, feeDown, capacityUp, capacityDown } = this.#grid;
    const edge = top[zone]!;
    const above = parent[zone]!;
    const flow = this.flow[zone]!;
    this.flow[above]! += flow;
    let least = flow < 0 ? feeDown[edge]! : -feeUp[edge]!;
    let most = flow > 0 ? -feeUp[edge]! : feeDown[edge]!;
    if (flow === capacityUp[edge]) least = -Infinity;
    if (-flow === capacityDown[edge]) most = Infinity;
    this.#least[zone] = least;
    this.#most[zone] = most;
    this.#lo[above] = Math.max(this.#lo[above]!, this.#lo[zone]! - most);
    this.#hi[above] = Math.min(this.#hi[above]!, this.#hi[zone]! - least);
  }

  #choose(zone: number, above: number, rules: MarketRules): void {
    const lo = this.#lo[zone]!;
    const hi = this.#hi[zone]!;
    const flow = this.flow[zone]!;
    const least = above + this.#least[zone]!;
    const most = above + this.#most[zone]!;
    if (flow === 0) this.price[zone] = clamp(kPoint(lo, hi, rules), least, most);
    // The end that a full edge leaves finite is the price of the path: parent − feeUp, or parent + feeDown.
    else this.price[zone] = clamp(flow > 0 ? most : least, lo, hi);
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
