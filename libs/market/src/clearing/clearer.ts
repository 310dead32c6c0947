import type { PreparedGrid } from '../grid/grid';
import type { MarketRules } from '../order';
import { checkRules, readTotals, type Totals } from './check-orders';
import type { ClearedColumns, OrderColumns, SettledColumns } from './columns';
import { Groups } from './groups';
import { OneZone } from './one-zone';
import { OrderSort } from './order-sort';
import { Pairing } from './pairing';
import { roomFor } from './room';
import { Settlement } from './settlement';
import { ShareAcross } from './share-across';
import { CurveSolver } from './solve';
import { TieRule } from './tie-rule';
import { welfareOf } from './welfare';
import { ZonePrices } from './zone-prices';
import { Zones } from './zones';

/**
 * The market's hot path: clears the intervals of one grid, one after the other, column by column. All memory belongs to
 * the clearer and is used again, so that a call allocates nothing that grows with its orders. Not for several threads
 * at once: one clearer each.
 */
export class Clearer {
  readonly #grid: PreparedGrid;
  readonly #totals: Totals = { least: 0, most: 0, wantedWh: 0 };
  readonly #sort = new OrderSort();
  readonly #zones: Zones;
  readonly #groups = new Groups();
  readonly #solver: CurveSolver;
  readonly #prices: ZonePrices;
  readonly #across: ShareAcross;
  readonly #tieRule: TieRule;
  readonly #oneZone: OneZone;
  readonly #pairing: Pairing;
  readonly #settlement: Settlement;
  /** Positions of the orders sorted by limit, where the last call needed them. */
  #byLimit: Int32Array | null = null;
  #filled: Float64Array = new Float64Array(0);
  readonly #flow: Float64Array;
  readonly #price: Float64Array;

  constructor(grid: PreparedGrid) {
    this.#grid = grid;
    this.#zones = new Zones(grid);
    this.#solver = new CurveSolver(grid);
    this.#prices = new ZonePrices(grid);
    this.#across = new ShareAcross(grid);
    this.#tieRule = new TieRule(grid);
    this.#oneZone = new OneZone(this.#tieRule);
    this.#pairing = new Pairing(grid);
    this.#settlement = new Settlement(grid);
    this.#flow = new Float64Array(grid.nodes.length);
    this.#price = new Float64Array(grid.nodes.length);
  }

  /** The zones of the last call, for whoever explains its fills. */
  get zones(): Zones {
    return this.#zones;
  }

  /**
   * Who gets how much and at which price: the fills of greatest welfare that the grid can carry, shared fairly.
   * @param intervalIndex number of the interval (`intervalIndex` of `@ceex/units`): turns who is first among equals.
   * @throws RangeError on an order or on rules that cannot be used, naming them, and beyond exact integers.
   */
  fill(orders: OrderColumns, rules: MarketRules, intervalIndex: number): ClearedColumns {
    checkRules(rules, intervalIndex);
    readTotals(orders, this.#grid.nodes.length, this.#totals);
    this.#filled = roomFor(this.#filled, orders.count);
    this.#zones.contract(orders);
    this.#byLimit = null;
    if (this.#zones.count === 1) {
      this.#price.fill(this.#oneZone.fill(orders, this.#totals, rules, intervalIndex, this.#filled));
    } else {
      this.#fillZones(orders, rules, intervalIndex);
    }
    this.#sumFlows(orders);
    return { filledWh: this.#filled, flowWh: this.#flow, priceMicroPerKwh: this.#price };
  }

  /**
   * The whole clearing: fills and prices, and who traded with whom, what each pays, fees and rent.
   * @throws RangeError as `fill`, and where money leaves the range of exact integers.
   */
  clear(orders: OrderColumns, rules: MarketRules, intervalIndex: number): SettledColumns {
    const cleared = this.fill(orders, rules, intervalIndex);
    const settlement = this.#settlement;
    settlement.begin(orders, this.#price, rules.pricing, this.#zones.count === 1);
    const sort = () => this.#sortByLimit(orders);
    this.#pairing.pair(orders, this.#filled, this.#flow, settlement, this.#byLimit, sort);
    return {
      ...cleared,
      pairs: settlement,
      welfareNano: welfareOf(orders, this.#filled, settlement.feesNano),
      feesNano: settlement.feesNano,
      rentNano: settlement.allRentNano,
    };
  }

  #fillZones(orders: OrderColumns, rules: MarketRules, intervalIndex: number): void {
    const zones = this.#zones;
    const groups = this.#groups;
    const prices = this.#prices;
    this.#byLimit = this.#sortByLimit(orders);
    groups.form(orders, this.#byLimit, zones);
    this.#solver.solve(zones, groups);
    prices.compute(zones, groups, rules);
    if (this.#across.share(zones, groups, prices, intervalIndex)) prices.compute(zones, groups, rules);
    this.#tieRule.shareOut(orders, groups, intervalIndex, this.#filled);
    const { zoneOf } = zones;
    for (let node = 0; node < zoneOf.length; node++) this.#price[node] = prices.price[zoneOf[node]!]!;
  }

  #sortByLimit(orders: OrderColumns): Int32Array {
    return this.#sort.sort(orders, this.#totals.least, this.#totals.most);
  }

  /** What every subtree has left over flows to its parent. */
  #sumFlows(orders: OrderColumns): void {
    const flow = this.#flow.fill(0);
    addFills(orders, this.#filled, flow);
    sumUp(flow, this.#grid.parent);
    flow[0] = 0;
  }
}

function addFills({ count, node, isBid }: OrderColumns, filled: Float64Array, net: Float64Array): void {
  for (let order = 0; order < count; order++) {
    net[node[order]!]! += isBid[order] === 1 ? -filled[order]! : filled[order]!;
  }
}

function sumUp(values: Float64Array, parent: Int32Array): void {
  for (let at = parent.length - 1; at > 0; at--) values[parent[at]!]! += values[at]!;
}
