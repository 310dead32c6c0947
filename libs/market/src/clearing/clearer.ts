import type { PreparedGrid } from '../grid/grid';
import type { MarketRules } from '../order';
import { checkRules, readLimits, type LimitRange } from './check-orders';
import type { ClearedColumns, OrderColumns, SettledColumns } from './columns';
import { Groups } from './groups';
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
  readonly #limits: LimitRange = { least: 0, most: 0 };
  readonly #sort = new OrderSort();
  readonly #zones: Zones;
  readonly #groups = new Groups();
  readonly #solver: CurveSolver;
  readonly #prices: ZonePrices;
  readonly #across: ShareAcross;
  readonly #tieRule: TieRule;
  readonly #pairing: Pairing;
  readonly #settlement: Settlement;
  #byLimit: Int32Array = new Int32Array(0);
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
    readLimits(orders, this.#grid.nodes.length, this.#limits);
    this.#byLimit = this.#sort.sort(orders, this.#limits.least, this.#limits.most);
    this.#zones.contract(orders);
    this.#groups.form(orders, this.#byLimit, this.#zones);
    this.#solver.solve(this.#zones, this.#groups);
    this.#prices.compute(this.#zones, this.#groups, rules);
    if (this.#across.share(this.#zones, this.#groups, this.#prices, intervalIndex)) {
      this.#prices.compute(this.#zones, this.#groups, rules);
    }
    this.#filled = roomFor(this.#filled, orders.count);
    this.#tieRule.shareOut(orders, this.#groups, intervalIndex, this.#filled);
    this.#spreadToNodes(orders);
    return { filledWh: this.#filled, flowWh: this.#flow, priceMicroPerKwh: this.#price };
  }

  /**
   * The whole clearing: fills and prices, and who traded with whom, what each pays, fees and rent.
   * @throws RangeError as `fill`, and where money leaves the range of exact integers.
   */
  clear(orders: OrderColumns, rules: MarketRules, intervalIndex: number): SettledColumns {
    const cleared = this.fill(orders, rules, intervalIndex);
    this.#settlement.begin(orders, this.#price, rules.pricing);
    this.#pairing.pair(orders, this.#byLimit, this.#filled, this.#flow, this.#settlement);
    return {
      ...cleared,
      pairs: this.#settlement,
      welfareNano: welfareOf(this.#grid, this.#zones, this.#groups, this.#prices),
      feesNano: this.#settlement.feesNano,
      rentNano: this.#settlement.allRentNano,
    };
  }

  #spreadToNodes({ count, node, isBid }: OrderColumns): void {
    const { parent } = this.#grid;
    const { zoneOf } = this.#zones;
    const zonePrice = this.#prices.price;
    const filled = this.#filled;
    const price = this.#price;
    const flow = this.#flow.fill(0);
    for (let order = 0; order < count; order++) {
      flow[node[order]!]! += isBid[order] === 1 ? -filled[order]! : filled[order]!;
    }
    for (let at = parent.length - 1; at > 0; at--) {
      flow[parent[at]!]! += flow[at]!;
      price[at] = zonePrice[zoneOf[at]!]!;
    }
    price[0] = zonePrice[0]!;
    flow[0] = 0;
  }
}
