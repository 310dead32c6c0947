import type { MicroPerKwh } from '@ceex/units';

/** A tenth of a hundredth of the currency: the step of all limits. */
const STEP_MICRO = 1_000;
const STEPS_PER_HUNDREDTH = 10;
/** More than one franc for moving a kWh is a slip of the key. */
export const HIGHEST_TYPED_MICRO = 1_000_000;

/**
 * A price typed in hundredths of the currency (`2`, `2.5`, `2,5`) as µCHF/kWh in whole steps; null for an empty field,
 * 'wrong' for what is no price from 0 to 100.
 */
export function readTypedPrice(text: string): MicroPerKwh | null | 'wrong' {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  if (!/^\d{1,3}(\.\d*)?$/.test(trimmed)) return 'wrong';
  const price = Math.round(Number(trimmed) * STEPS_PER_HUNDREDTH) * STEP_MICRO;
  return price <= HIGHEST_TYPED_MICRO ? price : 'wrong';
}

/** The text of a price in a field: one decimal where it needs one. */
export function typedPrice(price: MicroPerKwh | null): string {
  return price === null ? '' : String(price / (STEP_MICRO * STEPS_PER_HUNDREDTH));
}
