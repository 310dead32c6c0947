import { decimal } from './number-format';
import { NO_VALUE, type Quantity } from './quantity';

/** A part of a whole in whole percent: `64` `%`; a dash where there is no whole. */
export function formatShare(part: number, whole: number, locale: string): Quantity {
  if (whole === 0) return { value: NO_VALUE, unit: '' };
  return { value: decimal((part / whole) * 100, 0, locale), unit: '%' };
}
