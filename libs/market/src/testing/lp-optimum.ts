import loadHighs from 'highs';
import type { PreparedGrid } from '../grid/grid';
import type { Order } from '../order';

type Solver = Awaited<ReturnType<typeof loadHighs>>;

let solver: Promise<Solver> | undefined;

/** The LP solver, loaded once. */
export function lpSolver(): Promise<Solver> {
  return (solver ??= loadHighs());
}

/**
 * The greatest welfare of a market by a general LP solver: the program of the market as it is written down, with two
 * flows per edge. nCHF.
 */
export function lpOptimum(highs: Solver, grid: PreparedGrid, orders: readonly Order[]): number {
  const goal: string[] = [];
  const bounds: string[] = [];
  const balance = grid.nodes.map((): string[] => []);
  orders.forEach(({ side, node, quantityWh, limitMicroPerKwh }, at) => {
    goal.push(term(side === 'bid' ? limitMicroPerKwh : -limitMicroPerKwh, `x${at}`));
    balance[grid.indexOf.get(node)!]!.push(term(side === 'ask' ? 1 : -1, `x${at}`));
    bounds.push(`0 <= x${at} <= ${quantityWh}`);
  });
  grid.nodes.forEach(({ parent, feeUp, feeDown, capacityUp, capacityDown }, at) => {
    if (parent === null) return;
    goal.push(term(-feeUp, `u${at}`), term(-feeDown, `d${at}`));
    balance[at]!.push(`- u${at} + d${at}`);
    balance[grid.indexOf.get(parent)!]!.push(`+ u${at} - d${at}`);
    bounds.push(capacityUp === null ? `u${at} >= 0` : `0 <= u${at} <= ${capacityUp}`);
    bounds.push(capacityDown === null ? `d${at} >= 0` : `0 <= d${at} <= ${capacityDown}`);
  });
  if (orders.length === 0) return 0;
  const rows = balance.filter((terms) => terms.length > 0).map((terms, at) => ` b${at}: ${terms.join(' ')} = 0`);
  const program = `Maximize\n obj: ${goal.join(' ')}\nSubject To\n${rows.join('\n')}\nBounds\n ${bounds.join('\n ')}\nEnd\n`;
  const result = highs.solve(program, { output_flag: false });
  if (result.Status !== 'Optimal') throw new Error(`${result.Status}:\n${program}`);
  return result.ObjectiveValue;
}

function term(factor: number, variable: string): string {
  return `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${variable}`;
}
