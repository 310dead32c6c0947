import type { PreparedGrid } from '../grid/grid';
import type { MarketRules, Order } from '../order';
import { checkRules, readBook } from './book';
import type { Clearing } from './clearing';
import { fillOrders } from './fill-orders';
import { pairFills } from './pairing';
import { explainFills } from './reasons';
import { settlePairs } from './settlement';
import { welfareOf } from './welfare';

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
  const { fills, price } = fillOrders(grid, book, rules, intervalIndex);
  const pairs = pairFills(grid, book, fills.filled);
  return {
    fills: explainFills(grid, book, fills, price),
    flows: grid.nodes.slice(1).map(({ id }, below) => ({ node: id, flowWh: fills.flow[below + 1]! })),
    prices: grid.nodes.map(({ id }, node) => ({ node: id, priceMicroPerKwh: price[node]! })),
    ...settlePairs(grid, book, pairs, price, rules.pricing),
    welfareNano: welfareOf(grid, book, fills),
  };
}
