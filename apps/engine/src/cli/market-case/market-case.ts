import type { MarketRules, Order } from '@ceex/market';
import type * as z from 'zod';
import {
  caseSchema,
  edgeNodeSchema,
  orderSchema,
  rootNodeSchema,
  type Id,
  type NodeInput,
  type OrderInput,
} from './case-schema';
import { readCaseGrid, type CaseGrid } from './case-grid';
import { checked, checkedEach } from './checked';
import { shown, type FieldErrors, type FieldPath } from './field-errors';
import { positionsById } from './ids';

/** One market, checked and ready to be cleared. */
export interface MarketCase {
  /** Where in the input it is. */
  readonly path: FieldPath;
  readonly grid: CaseGrid;
  /** Ids as given, in the order of the input. */
  readonly orderIds: readonly Id[];
  /** Position in the input by the text of an id. */
  readonly orderPositions: ReadonlyMap<string, number>;
  readonly orders: readonly Order[];
  readonly rules: MarketRules;
  readonly intervalIndex: number;
}

/** Checks a case as it came; null after errors were added. */
export function readMarketCase(value: unknown, path: FieldPath, errors: FieldErrors): MarketCase | null {
  const outer = checked(caseSchema, value, path, errors);
  if (outer === undefined) return null;
  const nodesPath = [...path, 'grid', 'nodes'];
  const ordersPath = [...path, 'orders'];
  const nodes = checkedEach(nodeSchemaOf, outer.grid.nodes, nodesPath, errors);
  const orders = checkedEach(() => orderSchema, outer.orders, ordersPath, errors);
  if (!errors.isEmpty) return null;
  const grid = readCaseGrid(nodes, nodesPath, errors);
  const orderPositions = positionsById(orders, ordersPath, errors);
  if (grid === null) return null;
  checkOrders(orders, grid, ordersPath, errors);
  if (!errors.isEmpty) return null;
  return {
    path,
    grid,
    orderIds: orders.map(({ id }) => id),
    orderPositions,
    orders: orders.map((order) => marketOrder(order, grid)),
    rules: outer.rules,
    intervalIndex: outer.interval ?? 0,
  };
}

function nodeSchemaOf(entry: unknown): z.ZodType<NodeInput> {
  const isRoot = typeof entry === 'object' && entry !== null && 'parent' in entry && entry.parent === null;
  return isRoot ? rootNodeSchema : edgeNodeSchema;
}

function checkOrders(orders: readonly OrderInput[], grid: CaseGrid, path: FieldPath, errors: FieldErrors): void {
  let sumWh = 0;
  for (const [at, { node, quantityWh }] of orders.entries()) {
    if (!grid.positions.has(String(node))) errors.add([...path, at, 'node'], `there is no node ${shown(node)}`);
    sumWh += quantityWh;
    if (Number.isSafeInteger(sumWh)) continue;
    errors.add([...path, at, 'quantityWh'], `with it the quantities add up to more than ${Number.MAX_SAFE_INTEGER} Wh`);
    return;
  }
}

function marketOrder({ id, node, ...rest }: OrderInput, { numbers, positions }: CaseGrid): Order {
  return { id: String(id), node: numbers[positions.get(String(node))!]!, ...rest };
}
