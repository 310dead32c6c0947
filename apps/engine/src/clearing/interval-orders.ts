import type { Order, Side } from '@ceex/market';
import type { StrategyLimits } from './strategy-limits';
import { orderId } from './stored-orders';

/** What one household metered in an interval, with the limits that hold for it. */
export interface HouseholdInterval {
  readonly nodeId: number;
  readonly importWh: number;
  readonly exportWh: number;
  readonly limits: StrategyLimits;
  /** What its batteries can move in one interval; 0 unless its strategy offers that. */
  readonly flexibleWh: number;
}

/**
 * The orders of an interval. Own use is netted first, so a household either asks or bids; what a battery could move is an
 * order of its own where it has a limit of its own.
 */
export function intervalOrders(households: readonly HouseholdInterval[]): Order[] {
  const orders: Order[] = [];
  const add = (node: number, side: Side, quantityWh: number, limitMicroPerKwh: number): void => {
    if (quantityWh > 0) orders.push({ id: orderId(orders.length), node, side, quantityWh, limitMicroPerKwh });
  };
  for (const { nodeId, importWh, exportWh, limits, flexibleWh } of households) {
    const surplusWh = exportWh - importWh;
    const side = surplusWh > 0 ? 'ask' : 'bid';
    const [limit, flexible] =
      side === 'ask' ? [limits.lowestSell, limits.flexibleLowestSell] : [limits.highestPay, limits.flexibleHighestPay];
    const totalWh = Math.abs(surplusWh);
    const movedWh = flexible === limit ? 0 : Math.min(flexibleWh, totalWh);
    add(nodeId, side, totalWh - movedWh, limit);
    add(nodeId, side, movedWh, flexible);
  }
  return orders;
}
