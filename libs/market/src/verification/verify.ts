import type { Clearing } from '../clearing/clearing';
import type { PreparedGrid } from '../grid/grid';
import type { MarketRules, Order } from '../order';
import { checkMoney } from './check-money';
import { checkPairs } from './check-pairs';
import { checkPhysics } from './check-physics';
import { checkPrices } from './check-prices';
import { checkWelfare } from './check-welfare';
import { collectFacts } from './facts';
import { Failures, type Failure } from './failures';
import { TreePaths } from './tree-paths';

/**
 * Checks a clearing against its orders and grid without knowing how it was found; shares no code with the solver.
 * Quantities and capacities hold, every node balances, every price is consistent with every fill, flow and fee
 * (which proves that no clearing has greater welfare), pairs add up to fills and flows, money balances to the
 * nano-franc. Nearly linear time.
 *
 * @param intervalIndex the interval it was made for; it must be a whole number.
 * @returns ok, or what failed (at most a hundred failures), as values: a failure is a bug in whatever made the clearing.
 */
export function verify(
  grid: PreparedGrid,
  orders: readonly Order[],
  clearing: Clearing,
  rules: MarketRules,
  intervalIndex: number,
): { ok: true } | { ok: false; failures: readonly Failure[] } {
  const failures = new Failures();
  if (!Number.isSafeInteger(intervalIndex)) {
    failures.add({ code: 'incomplete', message: `interval ${intervalIndex} is none` });
  }
  const facts = collectFacts(grid, orders, clearing, failures);
  if (facts !== null) {
    const paths = new TreePaths(grid);
    checkPhysics(facts, failures);
    checkPrices(facts, failures);
    checkWelfare(facts, clearing, failures);
    checkPairs(facts, clearing, paths, failures);
    checkMoney(facts, clearing, rules, paths, failures);
  }
  return failures.list.length === 0 ? { ok: true } : { ok: false, failures: failures.list };
}
