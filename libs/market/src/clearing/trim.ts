import type { Runs } from './runs';

const NONE = -1;

/**
 * Takes `excessWh` from the far right of the runs from `first` on, dearest first: what an edge cannot export stays as it
 * is at zero, off. No segment may lie on both sides of zero.
 */
export function trimExports(runs: Runs, first: number, excessWh: number): void {
  const { zero, end, price, rightShift, quantity } = runs;
  for (let excess = excessWh; excess > 0;) {
    let dearest = NONE;
    for (let run = first; run < runs.count; run++) {
      if (zero[run] === end[run]) continue;
      const at = end[run]! - 1;
      const known = dearest === NONE ? NONE : end[dearest]! - 1;
      const isDearer =
        known === NONE ||
        runs.comesBefore(known, price[known]! + rightShift[dearest]!, at, price[at]! + rightShift[run]!);
      if (isDearer) dearest = run;
    }
    const at = end[dearest]! - 1;
    const cut = Math.min(excess, quantity[at]!);
    excess -= cut;
    quantity[at]! -= cut;
    if (quantity[at] === 0) end[dearest]!--;
  }
}

/**
 * Takes `excessWh` from the far left, cheapest first: what an edge cannot import stays on, and is added to `on`, Wh by
 * group. No segment may lie on both sides of zero.
 */
export function trimImports(runs: Runs, first: number, excessWh: number, on: Float64Array): void {
  const { start, zero, price, leftShift, quantity, group } = runs;
  for (let excess = excessWh; excess > 0;) {
    let cheapest = NONE;
    for (let run = first; run < runs.count; run++) {
      if (start[run] === zero[run]) continue;
      const at = start[run]!;
      const known = cheapest === NONE ? NONE : start[cheapest]!;
      const isCheaper =
        known === NONE ||
        runs.comesBefore(at, price[at]! + leftShift[run]!, known, price[known]! + leftShift[cheapest]!);
      if (isCheaper) cheapest = run;
    }
    const at = start[cheapest]!;
    const cut = Math.min(excess, quantity[at]!);
    excess -= cut;
    quantity[at]! -= cut;
    on[group[at]!]! += cut;
    if (quantity[at] === 0) start[cheapest]!++;
  }
}
