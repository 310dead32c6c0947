import type { PreparedGrid } from '../grid/grid';
import type { MarketRules } from '../order';
import type { Book } from './book';
import { flowsOf } from './flows';
import type { Fills, PricedFills } from './fills';
import { groupOrders } from './groups';
import { priceNodes } from './prices';
import { shareAcross } from './share-across';
import { solveGroups } from './solve';
import { shareFills } from './tie-rule';
import { contractZones } from './zones';

/**
 * Fills of greatest welfare, shared by the tie rule, and their prices.
 *
 * The solver's zones end at every fee-free edge whose capacity *could* bind. Most of those do not in the end, and
 * orders on both sides are then alike; so the tie rule looks again across the edges that turn out not to matter.
 */
export function fillOrders(grid: PreparedGrid, book: Book, rules: MarketRules, intervalIndex: number): PricedFills {
  const zones = contractZones(grid, book);
  const groups = groupOrders(grid, book, zones.zoneOf, zones.count);
  const groupFilled = solveGroups(grid, zones, groups, intervalIndex);
  const filled = new Float64Array(book.count);
  shareFills(book, groups, groupFilled, intervalIndex, filled);
  const solved: Fills = { filled, flow: flowsOf(grid, book, filled), groups, groupFilled };
  const price = priceNodes(grid, book, zones, solved, rules);
  const shared = shareAcross(grid, book, zones, solved, price, intervalIndex);
  return shared === solved
    ? { fills: solved, price }
    : { fills: shared, price: priceNodes(grid, book, zones, shared, rules) };
}
