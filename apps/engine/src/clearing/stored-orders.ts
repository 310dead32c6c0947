import type { Order } from '@ceex/market';

/** The orders of a clearing as its row keeps them: column by column. */
export interface StoredOrders {
  readonly nodes: readonly number[];
  /** 0 ask, 1 bid. */
  readonly sides: readonly number[];
  readonly quantitiesWh: readonly number[];
  readonly limits: readonly number[];
}

/** The id of an order within its interval: its place, so that a replay names it the same. */
export function orderId(position: number): string {
  return String(position);
}

/** The orders of a stored clearing, as the market got them. */
export function ordersOf({ nodes, sides, quantitiesWh, limits }: StoredOrders): Order[] {
  return nodes.map((node, position) => ({
    id: orderId(position),
    node,
    side: sides[position] === 0 ? 'ask' : 'bid',
    quantityWh: quantitiesWh[position] as number,
    limitMicroPerKwh: limits[position] as number,
  }));
}
