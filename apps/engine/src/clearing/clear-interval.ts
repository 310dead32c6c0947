import { clear, verify, type Clearing, type Order } from '@ceex/market';
import type { Tariff } from '@ceex/contracts';
import { formatInstant, intervalIndex, localDay } from '@ceex/units';
import type { ClearingCommunity } from './clearing-community';
import { intervalOrders, type HouseholdInterval } from './interval-orders';
import { settleInterval, type Posting } from './interval-postings';
import { marketRules } from './market-rules';
import type { PendingInterval } from './pending-intervals';
import { priceRuler, type PriceEnds } from './price-ruler';
import type { StrategyHistory } from './strategy-history';
import { strategyLimits } from './strategy-limits';

/** The result of one interval, ready to be stored. */
export interface ClearedInterval {
  readonly interval: PendingInterval;
  readonly orders: readonly Order[];
  readonly clearing: Clearing;
  readonly postings: readonly Posting[];
}

/** A clearing that does not hold is a bug: it is never stored, and the community's market stops. */
export class MarketFault extends Error {
  override readonly name = 'MarketFault';

  constructor(
    readonly startMs: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`interval ${formatInstant(startMs)}: ${message}`, options);
  }
}

/** Makes orders of the readings, clears them, verifies the clearing and settles it. Pure. Throws MarketFault. */
export function clearInterval(
  community: ClearingCommunity,
  strategies: StrategyHistory,
  interval: PendingInterval,
): ClearedInterval {
  try {
    const tariff = tariffOf(community, interval.startMs);
    const ruler = priceRuler(tariff, community.discountLevel);
    const orders = intervalOrders(households(community, strategies, interval, ruler));
    const rules = marketRules(community, ruler);
    const index = intervalIndex(interval.startMs);
    const clearing = clear(community.grid, orders, rules, index);
    const verified = verify(community.grid, orders, clearing, rules, index);
    if (!verified.ok) throw new Error(verified.failures.map(({ code, message }) => `${code}: ${message}`).join('; '));
    const postings = settleInterval(community.accounts, interval, clearing, { tariff, ruler });
    return { interval, orders, clearing, postings };
  } catch (error) {
    throw new MarketFault(interval.startMs, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function tariffOf({ tariffs, timeZone }: ClearingCommunity, startMs: number): Tariff {
  const day = localDay(startMs, timeZone);
  const tariff = tariffs.find(day);
  if (tariff === undefined) throw new Error(`no tariff holds on ${day}`);
  return tariff;
}

function households(
  { flexibleWh }: ClearingCommunity,
  strategies: StrategyHistory,
  { nodes, importsWh, exportsWh, limitsAsOfMs }: PendingInterval,
  ruler: PriceEnds,
): HouseholdInterval[] {
  return nodes.map((nodeId, index) => {
    const strategy = strategies.asOf(nodeId, limitsAsOfMs);
    if (strategy === undefined) throw new Error(`node ${nodeId} has no strategy`);
    return {
      nodeId,
      importWh: importsWh[index] as number,
      exportWh: exportsWh[index] as number,
      limits: strategyLimits(strategy, ruler),
      flexibleWh: strategy.kind === 'flexibility' ? (flexibleWh.get(nodeId) ?? 0) : 0,
    };
  });
}
