import type { MicroPerKwh } from '@ceex/units';

/** A handle moves by 0.1 Rp./kWh; a page by ten of them. */
export const STEP_MICRO_PER_KWH = 1_000;
export const PAGE_MICRO_PER_KWH = 10_000;

/** The two ends of a price ruler. */
export interface RulerEnds {
  readonly min: MicroPerKwh;
  readonly max: MicroPerKwh;
}

/** Within the ends. */
export function clampToRuler(price: MicroPerKwh, { min, max }: RulerEnds): MicroPerKwh {
  return Math.min(Math.max(price, min), Math.max(min, max));
}

/** The nearest price that a handle can stand at: a whole step, or an end, which need not be one. */
export function snapToRuler(price: number, ends: RulerEnds): MicroPerKwh {
  const snapped = clampToRuler(Math.round(price / STEP_MICRO_PER_KWH) * STEP_MICRO_PER_KWH, ends);
  const clamped = Math.min(Math.max(price, ends.min), ends.max);
  const nearestEnd = clamped - ends.min < ends.max - clamped ? ends.min : ends.max;
  return Math.abs(clamped - nearestEnd) < Math.abs(clamped - snapped) ? nearestEnd : snapped;
}

/**
 * The next price up or down by `by` (a whole number of steps). From an odd end the move leads onto whole steps, and far
 * enough to be seen with one decimal.
 */
export function stepOnRuler(price: MicroPerKwh, by: number, ends: RulerEnds): MicroPerKwh {
  return clampToRuler(Math.round(price / STEP_MICRO_PER_KWH) * STEP_MICRO_PER_KWH + by, ends);
}

/** Where a price stands on the ruler, 0 … 1. A ruler without length puts all in its middle. */
export function positionOnRuler(price: MicroPerKwh, ends: RulerEnds): number {
  return ends.max > ends.min ? (clampToRuler(price, ends) - ends.min) / (ends.max - ends.min) : 0.5;
}

/** The price that a key moves a handle to, null where the key means nothing to a slider. */
export function priceAfterKey(key: string, price: MicroPerKwh, ends: RulerEnds): MicroPerKwh | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepOnRuler(price, STEP_MICRO_PER_KWH, ends);
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepOnRuler(price, -STEP_MICRO_PER_KWH, ends);
    case 'PageUp':
      return stepOnRuler(price, PAGE_MICRO_PER_KWH, ends);
    case 'PageDown':
      return stepOnRuler(price, -PAGE_MICRO_PER_KWH, ends);
    case 'Home':
      return ends.min;
    case 'End':
      return ends.max;
    default:
      return null;
  }
}
