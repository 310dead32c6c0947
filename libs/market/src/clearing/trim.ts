import type { Runs } from './runs';
import type { Segments } from './segments';

const NONE = -1;

/**
 * Takes `excessWh` from the far right of the runs from `first` on, dearest first: what an edge cannot export stays as it
 * is at zero, off. No segment may lie on both sides of zero.
 */
export function trimExports(runs: Runs, segments: Segments, first: number, excessWh: number): void {
  const { count, zero, end, price, rightShift, segment } = runs;
  const { quantity } = segments;
  for (let excess = excessWh; excess > 0;) {
    let dearest = NONE;
    let dearestPrice = 0;
    for (let run = first; run < count; run++) {
      const at = end[run]! - 1;
      if (at < zero[run]!) continue;
      const itsPrice = price[at]! + rightShift[run]!;
      if (dearest !== NONE && itsPrice < dearestPrice) continue;
      if (dearest !== NONE && itsPrice === dearestPrice) {
        if (segments.comesBefore(segment[at]!, segment[end[dearest]! - 1]!)) continue;
      }
      dearest = run;
      dearestPrice = itsPrice;
    }
    const last = segment[end[dearest]! - 1]!;
    const cut = Math.min(excess, quantity[last]!);
    excess -= cut;
    quantity[last]! -= cut;
    if (quantity[last]! > 0) continue;
    end[dearest]!--;
    runs.refresh(dearest);
  }
}

/**
 * Takes `excessWh` from the far left, cheapest first: what an edge cannot import stays on, and is added to `on`, Wh by
 * group. No segment may lie on both sides of zero.
 */
export function trimImports(runs: Runs, segments: Segments, first: number, excessWh: number, on: Float64Array): void {
  const { count, start, zero, price, leftShift, segment } = runs;
  const { quantity, group } = segments;
  for (let excess = excessWh; excess > 0;) {
    let cheapest = NONE;
    let cheapestPrice = 0;
    for (let run = first; run < count; run++) {
      const at = start[run]!;
      if (at === zero[run]) continue;
      const itsPrice = price[at]! + leftShift[run]!;
      if (cheapest !== NONE && itsPrice > cheapestPrice) continue;
      if (cheapest !== NONE && itsPrice === cheapestPrice) {
        if (segments.comesBefore(segment[start[cheapest]!]!, segment[at]!)) continue;
      }
      cheapest = run;
      cheapestPrice = itsPrice;
    }
    const next = segment[start[cheapest]!]!;
    const cut = Math.min(excess, quantity[next]!);
    excess -= cut;
    quantity[next]! -= cut;
    on[group[next]!]! += cut;
    if (quantity[next]! > 0) continue;
    start[cheapest]!++;
    runs.refresh(cheapest);
  }
}
