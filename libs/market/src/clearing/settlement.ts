import { addNano, multiply } from '@ceex/units';
import type { PreparedGrid } from '../grid/grid';
import type { MarketRules } from '../order';
import type { OrderColumns, PairColumns } from './columns';
import type { PairSink } from './pairing';
import { roomFor } from './room';

/** Takes the pairs and puts them into money: prices, fees and rent; own use costs nothing. */
export class Settlement implements PairColumns, PairSink {
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

  constructor(grid: PreparedGrid) {
    this.#grid = grid;
  }

  /** @param price µCHF/kWh by node number. */
  begin(orders: OrderColumns, price: Float64Array, pricing: MarketRules['pricing']): void {
    // Every pair ends a bid or a part of an ask, and every part an ask or what meets at a node.
    const most = orders.count + this.#grid.nodes.length;
    this.#orders = orders;
    this.#price = price;
    this.#isNodal = pricing === 'nodal';
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

  /** Throws RangeError where money leaves the exact range. */
  add(ask: number, bid: number, meeting: number, quantityWh: number): void {
    const at = this.count++;
    const { node, limitMicroPerKwh } = this.#orders;
    const seller = node[ask]!;
    const buyer = node[bid]!;
    this.ask[at] = ask;
    this.bid[at] = bid;
    this.meeting[at] = meeting;
    this.quantityWh[at] = quantityWh;
    let fee = 0;
    let sellerPrice = this.#price[seller]!;
    let buyerPrice = sellerPrice;
    let distanceMm = 0;
    if (seller !== buyer) {
      const { pathFeeUp, pathFeeDown, pathLengthMm } = this.#grid;
      fee = pathFeeUp[seller]! - pathFeeUp[meeting]! + (pathFeeDown[buyer]! - pathFeeDown[meeting]!);
      distanceMm = pathLengthMm[seller]! + pathLengthMm[buyer]! - 2 * pathLengthMm[meeting]!;
      buyerPrice = this.#price[buyer]!;
      if (!this.#isNodal) {
        // The mean of the two limits after the path's fees; half a unit goes to the buyer.
        sellerPrice = Math.floor((limitMicroPerKwh[ask]! + limitMicroPerKwh[bid]! - fee) / 2);
        buyerPrice = sellerPrice + fee;
      }
    }
    const feeNano = multiply(quantityWh, fee);
    const rentNano = multiply(quantityWh, buyerPrice - sellerPrice - fee);
    this.sellerPriceMicroPerKwh[at] = sellerPrice;
    this.buyerPriceMicroPerKwh[at] = buyerPrice;
    this.feeNano[at] = feeNano;
    this.rentNano[at] = rentNano;
    this.distanceMm[at] = distanceMm;
    this.feesNano = addNano(this.feesNano, feeNano);
    this.allRentNano = addNano(this.allRentNano, rentNano);
  }
}
