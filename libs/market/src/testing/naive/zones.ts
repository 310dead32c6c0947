import type { GridNode } from '../../grid/grid';
import type { Order } from '../../order';
import type { Tree } from './tree';

/** Whether an edge can neither cost anything nor ever be in the way: both its ends are then one zone. */
export function isInsideZone(tree: Tree, orders: readonly Order[], edge: GridNode): boolean {
  const total = (side: Order['side'], isBelow: boolean) =>
    orders
      .filter((order) => order.side === side && tree.isWithin(order.node, edge.id) === isBelow)
      .reduce((sum, { quantityWh }) => sum + quantityWh, 0);
  const mostUp = Math.min(total('ask', true), total('bid', false));
  const mostDown = Math.min(total('bid', true), total('ask', false));
  const isFree = edge.feeUp === 0 && edge.feeDown === 0;
  return isFree && (edge.capacityUp ?? Infinity) >= mostUp && (edge.capacityDown ?? Infinity) >= mostDown;
}

/** Joins the ends of chosen edges; each node's region is named by its node nearest the root. */
export function regions(tree: Tree, isJoined: (edge: GridNode) => boolean): Map<number, number> {
  const region = new Map<number, number>();
  for (const node of tree.nodes) {
    const above = node.parent === null ? undefined : region.get(node.parent);
    region.set(node.id, above !== undefined && isJoined(node) ? above : node.id);
  }
  return region;
}
