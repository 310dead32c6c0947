import type { PreparedGrid } from '../grid/grid';
import type { MarketRules, Order } from '../order';
import { readBook, type Book } from './book';
import { checkRules } from './check-orders';
import { Clearer } from './clearer';
import type { Clearing, OwnUse, Trade } from './clearing';
import type { PairColumns } from './columns';
import { explainFills } from './reasons';

/** One clearer a grid, for as long as somebody holds the grid. */
const clearers = new WeakMap<PreparedGrid, Clearer>();

/**
 * Clears one interval of one community: the fills of greatest welfare that the grid can carry, shared fairly, with a
 * price at every node, who traded with whom, and what each pays. Exact integers; the same orders give the same
 * result in whatever order they come.
 *
 * @param intervalIndex number of the interval (`intervalIndex` of `@ceex/units`): turns who is first among equals.
 * @throws RangeError on a malformed order (naming it), on rules that cannot be followed, and where quantities or
 * money leave the range of exact integers.
 */
export function clear(
  grid: PreparedGrid,
  orders: readonly Order[],
  rules: MarketRules,
  intervalIndex: number,
): Clearing {
  checkRules(rules, intervalIndex);
  const book = readBook(grid, orders);
  let clearer = clearers.get(grid);
  if (clearer === undefined) clearers.set(grid, (clearer = new Clearer(grid)));
  const settled = clearer.clear(book, rules, intervalIndex);
  return {
    fills: explainFills(grid, book, settled, clearer.zones),
    flows: grid.nodes.slice(1).map(({ id }, below) => ({ node: id, flowWh: settled.flowWh[below + 1]! })),
    prices: grid.nodes.map(({ id }, node) => ({ node: id, priceMicroPerKwh: settled.priceMicroPerKwh[node]! })),
    ...splitPairs(book, settled.pairs),
    welfareNano: settled.welfareNano,
    feesNano: settled.feesNano,
    rentNano: settled.rentNano,
  };
}

/** Trades, and what each node's own ask gave to its own bid: meeting nodes from below, at each the nearest first. */
function splitPairs({ orders }: Book, pairs: PairColumns): Pick<Clearing, 'trades' | 'ownUse'> {
  const trades: Trade[] = [];
  const ownUse: OwnUse[] = [];
  const { count, meeting } = pairs;
  const places = Int32Array.from({ length: count }, (_, at) => at).sort((a, b) => meeting[b]! - meeting[a]! || a - b);
  for (const at of places) {
    const sell = orders[pairs.ask[at]!]!;
    const buy = orders[pairs.bid[at]!]!;
    const pair = { sellOrder: sell.id, buyOrder: buy.id, quantityWh: pairs.quantityWh[at]! };
    if (sell.node === buy.node) {
      ownUse.push({ node: sell.node, ...pair });
      continue;
    }
    trades.push({
      seller: sell.node,
      buyer: buy.node,
      ...pair,
      sellerPriceMicroPerKwh: pairs.sellerPriceMicroPerKwh[at]!,
      buyerPriceMicroPerKwh: pairs.buyerPriceMicroPerKwh[at]!,
      feeNano: pairs.feeNano[at]!,
      rentNano: pairs.rentNano[at]!,
      distanceM: pairs.distanceMm[at]! / 1000,
    });
  }
  return { trades, ownUse };
}
