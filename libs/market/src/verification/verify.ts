import type { Clearing } from '../clearing/clearing';
import type { PreparedGrid } from '../grid/grid';
import type { MarketRules, Order } from '../order';
import { checkMoney } from './check-money';
import { checkPairs } from './check-pairs';
import { checkPhysics } from './check-physics';
import { checkPriceRule } from './check-price-rule';
import { checkPrices } from './check-prices';
import { checkReasons } from './check-reasons';
import { checkTieRule } from './check-tie-rule';
import { checkWelfare } from './check-welfare';
import { collectFacts } from './facts';
import { Failures, type Failure } from './failures';
import { Memory } from './memory';
import { readPairs } from './pair-facts';
import { regionsOf } from './regions';

const memory = new Memory();

/**
 * Checks a clearing against its orders and grid without knowing how it was found; shares no code with the solver.
 *
 * - It is optimal: quantities and capacities hold, every node balances, every price is consistent with every fill,
 *   flow and fee, so that no clearing has greater welfare.
 * - It is by the rules: prices are the rules' choice among the possible ones, orders of one limit shared by the tie
 *   rule, pairs are made nearest first and add up to fills and flows, reasons are true.
 * - Money balances to the nano-franc.
 *
 * No figure of an accepted clearing can be changed alone without this noticing. Nearly linear time.
 *
 * @param intervalIndex the interval it was made for: it decides who is first among equals.
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
  memory.reset();
  const facts = collectFacts(grid, orders, clearing, memory, failures);
  if (facts !== null) {
    const regions = regionsOf(facts);
    checkPhysics(facts, failures);
    checkPrices(facts, failures);
    checkWelfare(facts, clearing, failures);
    checkPriceRule(facts, regions, rules, failures);
    checkTieRule(facts, regions, intervalIndex, failures);
    const pairs = readPairs(facts, clearing, failures);
    checkPairs(facts, clearing, pairs, failures);
    checkMoney(facts, clearing, pairs.traded, rules, failures);
    checkReasons(facts, regions, failures);
  }
  return failures.list.length === 0 ? { ok: true } : { ok: false, failures: failures.list };
}
