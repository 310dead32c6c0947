/**
 * Chance without state: every random value is a hash of what it is for (seed, purpose, household, day …), so it does
 * not depend on what was drawn before it. The mixing is the finaliser of MurmurHash3 (A. Appleby, public domain).
 */

// Taken out of the global object once: this is the innermost loop of everything, and under test that look-up is slow.
const { floor, imul } = Math;
const SQRT_3 = Math.sqrt(3);

/** What a draw is for: two purposes never share their values. */
export const PURPOSE = {
  grid: 1,
  household: 2,
  deck: 3,
  cloudDay: 4,
  cloudPassing: 5,
  cloudSite: 6,
  temperature: 7,
  dayEnergy: 8,
  absence: 9,
  baseLoad: 10,
  events: 11,
  heatPump: 12,
  car: 13,
  boiler: 14,
} as const;

function mix(value: number): number {
  let h = value;
  h = imul(h ^ (h >>> 16), 0x85ebca6b);
  h = imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A 32-bit hash of a key of four integers. */
export function hash(seed: number, purpose: number, a: number, b: number): number {
  let h = mix(seed + imul(floor(seed / 0x1_0000_0000), 0x632be5ab));
  h = mix(imul(h + purpose, 0x9e3779b1));
  h = mix(imul(h + a, 0x9e3779b1));
  return mix(imul(h + b, 0x9e3779b1)) >>> 0;
}

/** A number in [0, 1), evenly spread. */
export function chance(seed: number, purpose: number, a: number, b = 0): number {
  return hash(seed, purpose, a, b) / 0x1_0000_0000;
}

/** A number with mean 0 and variance 1, close to normal, never beyond ±3.5 (sum of four even ones). */
export function normal(seed: number, purpose: number, a: number, b = 0): number {
  const first = hash(seed, purpose, a, b);
  const second = mix(first + 0x2545f491);
  const sum = (first & 0xffff) + (first >>> 16) + (second & 0xffff) + (second >>> 16);
  return (sum / 0x1_0000 - 2) * SQRT_3;
}

/** The same along a line: normal at every whole number, in between drawn towards its two neighbours. */
export function smoothNormal(seed: number, purpose: number, a: number, position: number): number {
  const knot = floor(position);
  const share = position - knot;
  const spread = Math.sqrt((1 - share) * (1 - share) + share * share);
  const value = (1 - share) * normal(seed, purpose, a, knot) + share * normal(seed, purpose, a, knot + 1);
  return value / spread;
}

/** Even numbers one after the other, for where a fixed order of draws is at hand (the events of one day). */
export class Dice {
  #state: number;

  constructor(seed: number, purpose: number, a: number, b: number) {
    this.#state = hash(seed, purpose, a, b);
  }

  /** The next number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return (mix(this.#state) >>> 0) / 0x1_0000_0000;
  }

  /** The next number in [low, high). */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }
}

/** Throws RangeError unless a seed is a whole number from 0 to 2^53 − 1. */
export function assertSeed(seed: number): void {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seed must be a whole number from 0 to 2^53 − 1, not ${String(seed)}`);
  }
}
