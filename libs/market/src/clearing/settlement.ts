import { addNano } from '@ceex/units';
import { exactProduct } from './exact-product';
import type { NearestSide } from './nearest-orders';
import type { PreparedGrid } from '../grid/grid';
import type { MarketRules } from '../order';
import type { OrderColumns, PairColumns } from './columns';
import { roomFor } from './room';

/** Takes the pairs and puts them into money: prices, fees and rent; own use costs nothing. */
export class Settlement implements PairColumns {
  count = 0;
  ask: Int32Array = new Int32Array(0);
  bid: Int32Array = new Int32Array(0);
  meeting: Int32Array = new Int32Array(0);
  quantityWh: Float64Array = new Float64Array(0);
  sellerPriceMicroPerKwh: Float64Array = new Float64Array(0);
  buyerPriceMicroPerKwh: Float64Array = new Float64Array(0);
  feeNano: Float64Array = new Float64Array(0);
  rentNano: Float64Array = new Float64Array(0);
  distanceMm: Float64Array = new Float64Array(0);
  feesNano = 0;
  allRentNano = 0;

  readonly #grid: PreparedGrid;
  #orders!: OrderColumns;
  #price!: Float64Array;
  #isNodal = true;
  /** One zone has one price and no fees. */
  #isOneZone = false;

  constructor(grid: PreparedGrid) {
    this.#grid = grid;
  }

  /** @param price µCHF/kWh by node number. @param isOneZone whether all nodes are one zone: one price, no fees. */
  begin(orders: OrderColumns, price: Float64Array, pricing: MarketRules['pricing'], isOneZone: boolean): void {
    // Every pair ends a bid or a part of an ask, and every part an ask or what meets at a node.
    const most = orders.count + this.#grid.nodes.length;
    this.#orders = orders;
    this.#price = price;
    this.#isNodal = pricing === 'nodal';
    this.#isOneZone = isOneZone;
    this.count = 0;
    this.feesNano = 0;
    this.allRentNano = 0;
    this.ask = roomFor(this.ask, most);
    this.bid = roomFor(this.bid, most);
    this.meeting = roomFor(this.meeting, most);
    this.quantityWh = roomFor(this.quantityWh, most);
    this.sellerPriceMicroPerKwh = roomFor(this.sellerPriceMicroPerKwh, most);
    this.buyerPriceMicroPerKwh = roomFor(this.buyerPriceMicroPerKwh, most);
    this.feeNano = roomFor(this.feeNano, most);
    this.rentNano = roomFor(this.rentNano, most);
    this.distanceMm = roomFor(this.distanceMm, most);
  }

  /**
   * A pair of an ask and a bid, each by its place among the nearest of its side, whose paths meet at a node.
   * @throws RangeError where money leaves the exact range.
   */
  add(asks: NearestSide, ask: number, bids: NearestSide, bid: number, meeting: number, quantityWh: number): void {
    const at = this.count++;
    const seller = asks.node[ask]!;
    const buyer = bids.node[bid]!;
    this.ask[at] = asks.order[ask]!;
    this.bid[at] = bids.order[bid]!;
    this.meeting[at] = meeting;
    this.quantityWh[at] = quantityWh;
    this.distanceMm[at] = asks.lengthMm[ask]! + bids.lengthMm[bid]! - 2 * this.#grid.pathLengthMm[meeting]!;
    if (this.#isOneZone && this.#isNodal) this.#settle(at, this.#price[0]!, this.#price[0]!, 0);
    else if (seller === buyer) this.#settle(at, this.#price[seller]!, this.#price[seller]!, 0);
    else this.#settlePath(at, seller, buyer, meeting);
  }

  #settlePath(at: number, seller: number, buyer: number, meeting: number): void {
    const { pathFeeUp, pathFeeDown } = this.#grid;
    const fee = pathFeeUp[seller]! - pathFeeUp[meeting]! + (pathFeeDown[buyer]! - pathFeeDown[meeting]!);
    if (this.#isNodal) {
      this.#settle(at, this.#price[seller]!, this.#price[buyer]!, fee);
      return;
    }
    // The mean of the two limits after the path's fees; half a unit goes to the buyer.
    const { limitMicroPerKwh } = this.#orders;
    const twice = limitMicroPerKwh[this.ask[at]!]! + limitMicroPerKwh[this.bid[at]!]! - fee;
    const sellerPrice = Math.floor(twice / 2);
    this.#settle(at, sellerPrice, sellerPrice + fee, fee);
  }

  #settle(at: number, sellerPrice: number, buyerPrice: number, fee: number): void {
    this.sellerPriceMicroPerKwh[at] = sellerPrice;
    this.buyerPriceMicroPerKwh[at] = buyerPrice;
    this.feeNano[at] = 0;
    this.rentNano[at] = 0;
    if (sellerPrice === buyerPrice && fee === 0) return;
    const feeNano = exactProduct(this.quantityWh[at]!, fee);
    const rentNano = exactProduct(this.quantityWh[at]!, buyerPrice - sellerPrice - fee);
    this.feeNano[at] = feeNano;
    this.rentNano[at] = rentNano;
    this.feesNano = addNano(this.feesNano, feeNano);
    this.allRentNano = addNano(this.allRentNano, rentNano);
  }
}
