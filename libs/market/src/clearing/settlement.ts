import { addNano, multiply } from '@ceex/units';
import type { PreparedGrid } from '../grid/grid';
import type { MarketRules } from '../order';
import type { Book } from './book';
import type { Clearing, OwnUse, Trade } from './clearing';
import type { Pair } from './pairing';

/** The pairs in money: trades with their prices, fees and rent; own use, which costs nothing. */
export type Settlement = Pick<Clearing, 'trades' | 'ownUse' | 'feesNano' | 'rentNano'>;

/** Settles the pairs by the community's pricing. Throws RangeError where money leaves the exact range. */
export function settlePairs(
  grid: PreparedGrid,
  book: Book,
  pairs: readonly Pair[],
  price: Float64Array,
  pricing: MarketRules['pricing'],
): Settlement {
  const trades: Trade[] = [];
  const ownUse: OwnUse[] = [];
  let feesNano = 0;
  let rentNano = 0;
  for (const pair of pairs) {
    const sell = book.orders[pair.ask]!;
    const buy = book.orders[pair.bid]!;
    const orders = { sellOrder: sell.id, buyOrder: buy.id, quantityWh: pair.quantityWh };
    if (sell.node === buy.node) {
      ownUse.push({ node: sell.node, ...orders });
      continue;
    }
    const fee = pathFee(grid, book, pair);
    const { seller, buyer } = pricing === 'nodal' ? nodalPrices(book, pair, price) : midpointPrices(book, pair, fee);
    const trade: Trade = {
      seller: sell.node,
      buyer: buy.node,
      ...orders,
      sellerPriceMicroPerKwh: seller,
      buyerPriceMicroPerKwh: buyer,
      feeNano: multiply(pair.quantityWh, fee),
      rentNano: multiply(pair.quantityWh, buyer - seller - fee),
      distanceM: distanceMm(grid, book, pair) / 1000,
    };
    feesNano = addNano(feesNano, trade.feeNano);
    rentNano = addNano(rentNano, trade.rentNano);
    trades.push(trade);
  }
  return { trades, ownUse, feesNano, rentNano };
}

/** Fees from the seller up to the meeting node and down to the buyer, µCHF/kWh. */
function pathFee({ pathFeeUp, pathFeeDown }: PreparedGrid, book: Book, { ask, bid, meeting }: Pair): number {
  const up = pathFeeUp[book.node[ask]!]! - pathFeeUp[meeting]!;
  return up + pathFeeDown[book.node[bid]!]! - pathFeeDown[meeting]!;
}

function distanceMm({ pathLengthMm }: PreparedGrid, book: Book, { ask, bid, meeting }: Pair): number {
  return pathLengthMm[book.node[ask]!]! + pathLengthMm[book.node[bid]!]! - 2 * pathLengthMm[meeting]!;
}

function nodalPrices(book: Book, { ask, bid }: Pair, price: Float64Array): { seller: number; buyer: number } {
  return { seller: price[book.node[ask]!]!, buyer: price[book.node[bid]!]! };
}

/** The mean of the two limits after the path's fees; half a unit goes to the buyer. */
function midpointPrices(book: Book, { ask, bid }: Pair, fee: number): { seller: number; buyer: number } {
  const seller = Math.floor((book.limit[ask]! + book.limit[bid]! - fee) / 2);
  return { seller, buyer: seller + fee };
}
