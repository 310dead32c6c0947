import type { Wh } from './quantities';

/** Why a text is no readable amount of energy. */
export type KwhFault = 'empty' | 'negative' | 'not-a-number' | 'too-precise' | 'too-large';

/** Decimals of a kWh that are read; more are accepted when they are zeros. The carry is therefore in µWh. */
export const KWH_DECIMALS = 9;

const MICRO_WH_PER_WH = 1_000_000;
/** One interval's energy is at most this (1 GWh in a quarter of an hour): keeps every sum far inside exact integers. */
const MAX_KWH = 1_000_000;

const DIGIT_0 = 48;
const DIGIT_9 = 57;
const POINT = 46;
const MINUS = 45;

/**
 * Reads one series of decimal kWh texts into whole Wh and loses no energy: what is left below one Wh is carried to
 * the series' next value. At every point of the series Σ Wh = ⌊Σ kWh × 1000⌋, so no prefix is off by a whole Wh,
 * and no value is negative. One object per series and direction, values in order of time.
 *
 * A text is digits with an optional point and fraction (`12`, `0.0180`): no sign, exponent, thousands mark or
 * spaces. Only integer arithmetic on the digits; 4 million values an import pass through here.
 */
export class KwhCarry {
  #restMicroWh: number;

  /** @param restMicroWh what an earlier part of the same series left over, in µWh: 0 … 999 999. */
  constructor(restMicroWh = 0) {
    if (!Number.isInteger(restMicroWh) || restMicroWh < 0 || restMicroWh >= MICRO_WH_PER_WH) {
      throw new RangeError(`a carry is 0 … 999999 µWh, not ${restMicroWh}`);
    }
    this.#restMicroWh = restMicroWh;
  }

  /** What is carried to the next value, in µWh: 0 … 999 999. */
  get restMicroWh(): number {
    return this.#restMicroWh;
  }

  /** The next value of the series in whole Wh, or why it cannot be read (the carry is then untouched). */
  read(text: string): Wh | KwhFault {
    const length = text.length;
    let position = 0;
    let kwh = 0;
    for (; position < length; position++) {
      const code = text.charCodeAt(position);
      if (code < DIGIT_0 || code > DIGIT_9) break;
      kwh = kwh * 10 + (code - DIGIT_0);
      if (kwh > MAX_KWH) return 'too-large';
    }
    if (position === 0) return faultOf(text);
    let fraction = 0;
    let decimals = 0;
    if (position < length) {
      if (text.charCodeAt(position) !== POINT || position + 1 === length) return 'not-a-number';
      for (position++; position < length; position++) {
        const code = text.charCodeAt(position);
        if (code < DIGIT_0 || code > DIGIT_9) return 'not-a-number';
        if (decimals === KWH_DECIMALS) {
          if (code !== DIGIT_0) return this.#tooPrecise(text, position);
          continue;
        }
        fraction = fraction * 10 + (code - DIGIT_0);
        decimals++;
      }
    }
    for (; decimals < KWH_DECIMALS; decimals++) fraction *= 10;
    // At most 10^15 + 10^9 + 10^6: exact.
    const microWh = kwh * 1_000_000_000 + fraction + this.#restMicroWh;
    const rest = microWh % MICRO_WH_PER_WH;
    this.#restMicroWh = rest;
    return (microWh - rest) / MICRO_WH_PER_WH;
  }

  /** Digits beyond the ninth decimal: still 'not-a-number' when something else than a digit follows. */
  #tooPrecise(text: string, from: number): KwhFault {
    for (let position = from; position < text.length; position++) {
      const code = text.charCodeAt(position);
      if (code < DIGIT_0 || code > DIGIT_9) return 'not-a-number';
    }
    return 'too-precise';
  }
}

function faultOf(text: string): KwhFault {
  if (text.length === 0) return 'empty';
  if (text.charCodeAt(0) !== MINUS) return 'not-a-number';
  const first = text.charCodeAt(1);
  return first >= DIGIT_0 && first <= DIGIT_9 ? 'negative' : 'not-a-number';
}
