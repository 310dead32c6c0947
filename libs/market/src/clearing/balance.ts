import type { Runs } from './runs';

/** No run: on that side of zero there is nothing. */
const NONE = -1;

/** Moves the zeros of the runs from `first` on until all left comes before all right, keeping how much is left. */
export function balance(runs: Runs, first: number): void {
  for (;;) {
    const last = lastLeft(runs, first);
    const next = firstRight(runs, first);
    if (last === NONE || next === NONE) return;
    const leftAt = leftPlace(runs, last);
    const rightAt = runs.zero[next]!;
    if (!runs.comesBefore(rightAt, rightPrice(runs, next), leftAt, leftPrice(runs, last))) return;
    const leftWh = runs.part[last]! > 0 ? runs.part[last]! : runs.quantity[leftAt]!;
    const rightWh = runs.quantity[rightAt]! - runs.part[next]!;
    const movedWh = Math.min(leftWh, rightWh);
    takeLeft(runs, last, leftWh - movedWh);
    takeRight(runs, next, movedWh, rightWh);
  }
}

/** The run with the dearest segment left of zero. */
function lastLeft(runs: Runs, first: number): number {
  let found = NONE;
  for (let run = first; run < runs.count; run++) {
    if (runs.part[run] === 0 && runs.zero[run] === runs.start[run]) continue;
    const isLater =
      found === NONE ||
      runs.comesBefore(leftPlace(runs, found), leftPrice(runs, found), leftPlace(runs, run), leftPrice(runs, run));
    if (isLater) found = run;
  }
  return found;
}

/** The run with the cheapest segment right of zero. */
function firstRight(runs: Runs, first: number): number {
  let found = NONE;
  for (let run = first; run < runs.count; run++) {
    if (runs.zero[run] === runs.end[run]) continue;
    const isEarlier =
      found === NONE ||
      runs.comesBefore(runs.zero[run]!, rightPrice(runs, run), runs.zero[found]!, rightPrice(runs, found));
    if (isEarlier) found = run;
  }
  return found;
}

function leftPlace({ part, zero }: Runs, run: number): number {
  return part[run]! > 0 ? zero[run]! : zero[run]! - 1;
}

function leftPrice({ part, zero, price, leftShift, rightShift }: Runs, run: number): number {
  return part[run]! > 0 ? price[zero[run]!]! + rightShift[run]! : price[zero[run]! - 1]! + leftShift[run]!;
}

function rightPrice({ zero, price, rightShift }: Runs, run: number): number {
  return price[zero[run]!]! + rightShift[run]!;
}

/** Leaves `remainsWh` of a run's last segment left of zero there. */
function takeLeft({ part, zero, price, leftShift, rightShift }: Runs, run: number, remainsWh: number): void {
  if (part[run] === 0) {
    const at = --zero[run]!;
    price[at]! += leftShift[run]! - rightShift[run]!;
  }
  part[run] = remainsWh;
}

/** Moves so much of a run's first segment right of zero to the left. */
function takeRight(
  { part, zero, price, leftShift, rightShift }: Runs,
  run: number,
  movedWh: number,
  availableWh: number,
): void {
  if (movedWh < availableWh) {
    part[run]! += movedWh;
    return;
  }
  const at = zero[run]!++;
  price[at]! += rightShift[run]! - leftShift[run]!;
  part[run] = 0;
}
