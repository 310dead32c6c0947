import type { PreparedGrid } from '../grid/grid';
import type { Order } from '../order';
import type { Clearing } from '../clearing/clearing';
import type { Failures } from './failures';

/** A clearing's statements by order and node, ready to be checked against each other. */
export interface Facts {
  readonly grid: PreparedGrid;
  readonly orders: readonly Order[];
  /** Position of every order by its id. */
  readonly position: ReadonlyMap<string, number>;
  /** Node number by order position. */
  readonly nodeOf: Int32Array;
  /** Wh by order position. */
  readonly filled: Float64Array;
  /** Wh by node number; 0 at the root. */
  readonly flow: Float64Array;
  /** µCHF/kWh by node number. */
  readonly price: Float64Array;
}

/**
 * Lines a clearing up with its orders and grid. Null when something is missing, unknown, doubled or no whole number:
 * there is then nothing to compute with.
 */
export function collectFacts(
  grid: PreparedGrid,
  orders: readonly Order[],
  clearing: Clearing,
  failures: Failures,
): Facts | null {
  const before = failures.list.length;
  const position = new Map<string, number>();
  orders.forEach(({ id }, at) => position.set(id, at));
  const nodeOf = Int32Array.from(orders, ({ node }) => grid.indexOf.get(node) ?? -1);
  const filled = readFills(orders, clearing, position, failures);
  const flow = readByNode(grid, clearing.flows, (entry) => entry.flowWh, 'flow', 1, failures);
  const price = readByNode(grid, clearing.prices, (entry) => entry.priceMicroPerKwh, 'price', 0, failures);
  flow[0] = 0;
  if (position.size < orders.length || nodeOf.includes(-1)) {
    failures.add({ code: 'incomplete', message: 'two orders have one id, or an order is at a node outside the grid' });
  }
  return failures.list.length > before ? null : { grid, orders, position, nodeOf, filled, flow, price };
}

function readFills(
  orders: readonly Order[],
  { fills }: Clearing,
  position: ReadonlyMap<string, number>,
  failures: Failures,
): Float64Array {
  const filled = new Float64Array(orders.length).fill(Number.NaN);
  for (const { orderId, node, side, filledWh } of fills) {
    const at = position.get(orderId);
    const order = at === undefined ? undefined : orders[at];
    if (at === undefined || order === undefined || order.node !== node || order.side !== side) {
      failures.add({ code: 'incomplete', orderId, message: `fill of ${orderId}: no such order at this node and side` });
    } else if (!Number.isNaN(filled[at]!)) {
      failures.add({ code: 'incomplete', orderId, message: `order ${orderId} has two fills` });
    } else if (!Number.isSafeInteger(filledWh) || filledWh < 0 || filledWh > order.quantityWh) {
      const message = `order ${orderId}: filled ${filledWh} of ${order.quantityWh} Wh`;
      failures.add({ code: 'quantity', orderId, message });
    } else {
      filled[at] = filledWh;
    }
  }
  if (fills.length < orders.length) {
    failures.add({ code: 'incomplete', message: `${orders.length} orders have ${fills.length} fills` });
  }
  return filled;
}

/** One whole number for every node from number `first` on. */
function readByNode<T extends { readonly node: number }>(
  grid: PreparedGrid,
  entries: readonly T[],
  read: (entry: T) => number,
  what: string,
  first: number,
  failures: Failures,
): Float64Array {
  const values = new Float64Array(grid.nodes.length).fill(Number.NaN);
  for (const entry of entries) {
    const at = grid.indexOf.get(entry.node) ?? -1;
    const value = read(entry);
    if (at < first || !Number.isNaN(values[at]!)) {
      const message = `${what} of node ${entry.node}: unexpected or there twice`;
      failures.add({ code: 'incomplete', node: entry.node, message });
    } else if (!Number.isSafeInteger(value)) {
      failures.add({ code: 'quantity', node: entry.node, message: `${what} of node ${entry.node} is ${value}` });
    } else {
      values[at] = value;
    }
  }
  if (entries.length < grid.nodes.length - first) {
    failures.add({ code: 'incomplete', message: `${grid.nodes.length - first} nodes have ${entries.length} ${what}s` });
  }
  return values;
}
