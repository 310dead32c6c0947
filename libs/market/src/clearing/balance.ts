import type { Runs } from './runs';
import type { Segments } from './segments';

/** Segments that change sides in one zone before the runs are rather merged: so many a run, … */
const SWAPS_A_RUN = 4;
/** … and one in so many segments. */
const SEGMENTS_A_SWAP = 64;

/**
 * Moves the zeros of the runs from `first` on until all left comes before all right, keeping how much is left. Few
 * segments change sides in most zones; where many do, one merged run, whose zero follows from its quantities, is less
 * work than finding them one by one.
 */
export function balance(runs: Runs, segments: Segments, first: number): void {
  const { count, lastLeft, firstRight } = runs;
  let patience = SWAPS_A_RUN * (count - first) + runs.size(first) / SEGMENTS_A_SWAP;
  for (; ; patience--) {
    let last = first;
    let next = first;
    for (let run = first + 1; run < count; run++) {
      if (lastLeft[run]! > lastLeft[last]!) last = run;
      else if (lastLeft[run] === lastLeft[last] && isLaterLeft(runs, segments, last, run)) last = run;
      if (firstRight[run]! < firstRight[next]!) next = run;
      else if (firstRight[run] === firstRight[next] && isEarlierRight(runs, segments, next, run)) next = run;
    }
    const leftPrice = lastLeft[last]!;
    const rightPrice = firstRight[next]!;
    if (leftPrice < rightPrice) return;
    const leftSegment = runs.segment[leftPlace(runs, last)]!;
    const rightSegment = runs.segment[runs.zero[next]!]!;
    if (leftPrice === rightPrice && !segments.comesBefore(rightSegment, leftSegment)) return;
    if (patience < 0) {
      runs.mergeAll(first);
      return;
    }
    swap(runs, segments, last, next);
  }
}

/** Whether what `run` has last on the left comes after what `other` has, at one price. */
function isLaterLeft(runs: Runs, segments: Segments, other: number, run: number): boolean {
  if (runs.lastLeft[run] === -Infinity) return false;
  return segments.comesBefore(runs.segment[leftPlace(runs, other)]!, runs.segment[leftPlace(runs, run)]!);
}

function isEarlierRight(runs: Runs, segments: Segments, other: number, run: number): boolean {
  if (runs.firstRight[run] === Infinity) return false;
  return segments.comesBefore(runs.segment[runs.zero[run]!]!, runs.segment[runs.zero[other]!]!);
}

function leftPlace(runs: Runs, run: number): number {
  return runs.part[run]! > 0 ? runs.zero[run]! : runs.zero[run]! - 1;
}

/** As much as both hold: the last of one run's left goes to the right, the first of another's right to the left. */
function swap(runs: Runs, { quantity }: Segments, last: number, next: number): void {
  const { part, zero, segment, price, leftShift, rightShift } = runs;
  const leftWh = part[last]! > 0 ? part[last]! : quantity[segment[zero[last]! - 1]!]!;
  const rightWh = quantity[segment[zero[next]!]!]! - part[next]!;
  const movedWh = Math.min(leftWh, rightWh);
  if (part[last] === 0) {
    const at = --zero[last]!;
    price[at]! += leftShift[last]! - rightShift[last]!;
  }
  part[last] = leftWh - movedWh;
  if (movedWh < rightWh) part[next]! += movedWh;
  else {
    const at = zero[next]!++;
    price[at]! += rightShift[next]! - leftShift[next]!;
    part[next] = 0;
  }
  runs.refresh(last);
  runs.refresh(next);
}
