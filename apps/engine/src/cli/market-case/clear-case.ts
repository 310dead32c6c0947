import { clear, verify, type Clearing } from '@ceex/market';
import { CommandError } from '../command-error';
import { pathText } from './field-errors';
import type { MarketCase } from './market-case';

/**
 * Clears a case and proves the result. Throws CommandError where its money cannot be held exactly, and an Error when
 * the clearing fails its verification: that is a bug, never a result.
 */
export function clearCase(market: MarketCase, solve: typeof clear = clear): Clearing {
  const { grid, orders, rules, intervalIndex, path } = market;
  try {
    const clearing = solve(grid.grid, orders, rules, intervalIndex);
    const proof = verify(grid.grid, orders, clearing, rules, intervalIndex);
    if (proof.ok) return clearing;
    const failures = proof.failures.map(({ code, node, message }) => {
      const given =
        node === undefined ? '' : ` (node ${node} is ${JSON.stringify(grid.given[grid.positionOf[node]!])})`;
      return `  ${code}: ${message}${given}`;
    });
    throw new Error(`${pathText(path)}: the clearing fails its verification\n${failures.join('\n')}`);
  } catch (error) {
    if (isExact(market)) throw error;
    const most = Number.MAX_SAFE_INTEGER;
    throw new CommandError(
      `${pathText([...path, 'orders'])}: quantities times prices leave the range of exact money (${most} nCHF)`,
    );
  }
}

/** Whether no sum of money in the market can leave the exact integers, whatever is filled. */
function isExact({ grid: { grid }, orders, rules }: MarketCase): boolean {
  let sumWh = 0;
  let price = Math.max(Math.abs(rules.ruler[0]), Math.abs(rules.ruler[1]));
  for (const { quantityWh, limitMicroPerKwh } of orders) {
    sumWh += quantityWh;
    price = Math.max(price, Math.abs(limitMicroPerKwh));
  }
  let fees = 0;
  for (let node = 0; node < grid.nodes.length; node++) {
    fees = Math.max(fees, grid.pathFeeUp[node]! + grid.pathFeeDown[node]!);
  }
  return Number.isSafeInteger(2 * sumWh * (price + fees));
}
