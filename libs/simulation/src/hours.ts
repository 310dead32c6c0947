import { SLOTS } from './calendar';

/** A weight for each hour of the local day, 0 … 23. */
export type HourWeights = readonly number[];

/** The chances that an event begins before the end of each slot: rises to 1. */
export type SlotChances = Float64Array;

/** Turns hour weights, multiplied with each other, into chances by slot. */
export function slotChances(...weights: readonly HourWeights[]): SlotChances {
  const chances = new Float64Array(SLOTS);
  let sum = 0;
  for (let slot = 0; slot < SLOTS; slot++) {
    sum += weights.reduce((product, hours) => product * (hours[slot >> 2] ?? 0), 1);
    chances[slot] = sum;
  }
  return sum > 0 ? chances.map((value) => value / sum) : chances;
}

/** The slot that a number in [0, 1) falls on. */
export function slotAt(chances: SlotChances, draw: number): number {
  let low = 0;
  let high = SLOTS - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chances[middle] ?? 1) > draw) high = middle;
    else low = middle + 1;
  }
  return low;
}
