import fc from 'fast-check';
import { clear } from '../../clearing/clear';
import { verify } from '../../verification/verify';
import { lpOptimum, lpSolver } from '../lp-optimum';
import type { Market } from '../markets';
import { mutationsOf } from '../mutations/mutations';
import { distinctMarkets, grids, markets } from '../random-markets';

/** A random market that showed something wrong, in the form in which `clear` takes it from the command line. */
export interface Finding {
  readonly what: string;
  readonly market: object;
}

/** Counts of a run. All findings are failures; the first few are kept. */
export interface Proof {
  cases: number;
  /** Cases in which anything was traded, and in which a full edge made rent. */
  trading: number;
  congested: number;
  /** Welfare other than the LP's. */
  differences: number;
  /** Clearings that verification did not accept. */
  refused: number;
  mutations: number;
  caught: number;
  findings: Finding[];
}

const MOST_FINDINGS = 5;

/** All mutations are tried on one case in so many. */
const CASES_PER_MUTATED = 20;

const KINDS = fc.oneof(
  { weight: 4, arbitrary: markets(grids(12)) },
  { weight: 3, arbitrary: markets(grids(12, false)) },
  { weight: 2, arbitrary: distinctMarkets() },
  { weight: 1, arbitrary: markets(grids(30), 50) },
);

/**
 * Clears random markets; compares each with the LP solver's optimum, verifies each, and tries the mutations of some.
 * @param seed the same seed gives the same markets.
 */
export async function prove(seed: number, cases: number): Promise<Proof> {
  const highs = await lpSolver();
  const proof: Proof = {
    cases: 0,
    trading: 0,
    congested: 0,
    differences: 0,
    refused: 0,
    mutations: 0,
    caught: 0,
    findings: [],
  };
  for (const market of fc.sample(KINDS, { seed, numRuns: cases })) {
    const { grid, orders, rules, intervalIndex } = market;
    const clearing = clear(grid, orders, rules, intervalIndex);
    const optimum = Math.round(lpOptimum(highs, grid, orders));
    const answer = verify(grid, orders, clearing, rules, intervalIndex);
    if (clearing.trades.length > 0) proof.trading++;
    if (clearing.rentNano > 0) proof.congested++;
    if (clearing.welfareNano !== optimum) {
      proof.differences++;
      note(proof, `welfare ${clearing.welfareNano}, the LP solver finds ${optimum}`, market);
    }
    if (!answer.ok) {
      proof.refused++;
      note(proof, `refused: ${answer.failures[0]!.message}`, market);
    }
    if (proof.cases % CASES_PER_MUTATED === 0) tryMutations(proof, market, clearing);
    proof.cases++;
  }
  return proof;
}

function tryMutations(proof: Proof, market: Market, clearing: ReturnType<typeof clear>): void {
  const { grid, orders, rules, intervalIndex } = market;
  for (const mutation of mutationsOf(clearing)) {
    proof.mutations++;
    if (verify(grid, orders, mutation.clearing, rules, intervalIndex).ok) note(proof, mutation.what, market);
    else proof.caught++;
  }
}

function note(proof: Proof, what: string, { grid, orders, rules, intervalIndex }: Market): void {
  if (proof.findings.length >= MOST_FINDINGS) return;
  proof.findings.push({ what, market: { grid: { nodes: grid.nodes }, orders, rules, intervalIndex } });
}
