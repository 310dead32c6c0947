import { assertSafeNano, type Nano } from './quantities';

/** Nano-francs in one Rappen (a hundredth of a franc, or the cent of another currency). */
export const NANO_PER_CENT = 10_000_000;

/**
 * The one rounding of money in the whole system: nano-francs to whole Rappen, half away from zero (commercial
 * rounding, the same for what is owed and what is due). For statements and invoices alone; sums are made before it.
 * @throws RangeError when the amount is no safe integer.
 */
export function roundNanoToCents(amountNano: Nano): number {
  assertSafeNano(amountNano);
  const size = Math.abs(amountNano);
  const rest = size % NANO_PER_CENT;
  const cents = (size - rest) / NANO_PER_CENT + (rest * 2 >= NANO_PER_CENT ? 1 : 0);
  return amountNano < 0 && cents > 0 ? -cents : cents;
}
