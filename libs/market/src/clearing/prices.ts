import type { PreparedGrid } from '../grid/grid';
import type { MarketRules } from '../order';
import type { Book } from './book';
import type { Fills } from './fills';
import type { Zones } from './zones';

/** What an edge allows its node's price to be above the parent's: `[least, most]`, infinite where it is full. */
interface EdgeBounds {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

/**
 * A price at every node that is consistent with every fill, flow and fee, so that it proves them optimal; among the
 * possible ones the community's k-point. µCHF/kWh by node.
 *
 * Bottom up, the interval of prices each node allows; top down, the choice. The interval is never empty: fills and
 * flows are optimal and the program's dual is then solved by whole numbers, limits and fees being whole.
 */
export function priceNodes(
  grid: PreparedGrid,
  book: Book,
  zones: Zones,
  { filled, flow }: Fills,
  rules: MarketRules,
): Float64Array {
  const { lo, hi } = boundsFromOrders(grid, book, filled);
  const edges = edgeBounds(grid, zones, flow);
  for (let node = grid.nodes.length - 1; node > 0; node--) {
    const parent = grid.parent[node]!;
    lo[parent] = Math.max(lo[parent]!, lo[node]! - edges.most[node]!);
    hi[parent] = Math.min(hi[parent]!, hi[node]! - edges.least[node]!);
  }
  const price = new Float64Array(grid.nodes.length);
  price[0] = kPoint(lo[0]!, hi[0]!, rules);
  for (let node = 1; node < grid.nodes.length; node++) {
    const above = price[grid.parent[node]!]!;
    if (flow[node] === 0) {
      const own = kPoint(lo[node]!, hi[node]!, rules);
      price[node] = clamp(own, above + edges.least[node]!, above + edges.most[node]!);
    } else {
      const along = flow[node]! > 0 ? above - grid.feeUp[node]! : above + grid.feeDown[node]!;
      price[node] = clamp(along, lo[node]!, hi[node]!);
    }
  }
  return price;
}

/** A fill says price ≥ an ask's limit, ≤ a bid's; an unfilled rest says the opposite. */
function boundsFromOrders(
  grid: PreparedGrid,
  book: Book,
  filled: Float64Array,
): { lo: Float64Array; hi: Float64Array } {
  const lo = new Float64Array(grid.nodes.length).fill(-Infinity);
  const hi = new Float64Array(grid.nodes.length).fill(Infinity);
  for (let order = 0; order < book.count; order++) {
    const node = book.node[order]!;
    const limit = book.limit[order]!;
    const isBid = book.isBid[order] === 1;
    const hasFill = filled[order]! > 0;
    const hasRest = filled[order]! < book.quantity[order]!;
    if (isBid ? hasRest : hasFill) lo[node] = Math.max(lo[node]!, limit);
    if (isBid ? hasFill : hasRest) hi[node] = Math.min(hi[node]!, limit);
  }
  return { lo, hi };
}

function edgeBounds(grid: PreparedGrid, { zoneOf }: Zones, flow: Float64Array): EdgeBounds {
  const least = grid.feeUp.map((fee) => -fee);
  const most = grid.feeDown.slice();
  for (let node = 1; node < grid.nodes.length; node++) {
    if (flow[node]! > 0) most[node] = -grid.feeUp[node]!;
    if (flow[node]! < 0) least[node] = grid.feeDown[node]!;
    // Inside a zone no capacity can bind, however small: a full edge there keeps nobody from anybody.
    if (zoneOf[node] === zoneOf[grid.parent[node]!]) continue;
    if (flow[node] === grid.capacityUp[node]) least[node] = -Infinity;
    if (-flow[node]! === grid.capacityDown[node]) most[node] = Infinity;
  }
  return { least, most };
}

/** `lo + ⌊k · (hi − lo)⌋`, an infinite end replaced by the ruler's (or the other end, where that lies beyond it). */
function kPoint(lo: number, hi: number, { k, ruler }: MarketRules): number {
  const from = lo === -Infinity ? Math.min(ruler[0], hi) : lo;
  const to = hi === Infinity ? Math.max(ruler[1], from) : hi;
  return from + Math.floor(k * (to - from));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
