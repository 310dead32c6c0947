import type { Order, Side } from './order';

/** One step of a curve: up to `quantityWh` in all can be had at this price or a better one. */
export interface Step {
  readonly priceMicroPerKwh: number;
  /** Cumulative, Wh. */
  readonly quantityWh: number;
}

/** Supply (ascending price) and demand (descending price) of an interval. */
export interface Steps {
  readonly supply: readonly Step[];
  readonly demand: readonly Step[];
}

/** The two step curves of a list of orders, one step for each distinct limit; for the screen, not for clearing. */
export function steps(orders: readonly Order[]): Steps {
  return { supply: curve(orders, 'ask'), demand: curve(orders, 'bid') };
}

function curve(orders: readonly Order[], side: Side): Step[] {
  const atPrice = new Map<number, number>();
  for (const order of orders) {
    if (order.side !== side) continue;
    atPrice.set(order.limitMicroPerKwh, (atPrice.get(order.limitMicroPerKwh) ?? 0) + order.quantityWh);
  }
  const direction = side === 'ask' ? 1 : -1;
  let quantityWh = 0;
  return [...atPrice]
    .sort(([a], [b]) => direction * (a - b))
    .map(([priceMicroPerKwh, added]) => ({ priceMicroPerKwh, quantityWh: (quantityWh += added) }));
}
