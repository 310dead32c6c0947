import type { MicroPerKwh } from '@ceex/units';
import { decimal } from './number-format';
import type { Quantity } from './quantity';

/** One hundredth of a currency unit, as people call it. */
const HUNDREDTHS: Readonly<Record<string, string>> = { CHF: 'Rp.', EUR: 'ct' };
const MICRO_PER_HUNDREDTH = 10_000;

/** The unit in which prices are shown: `Rp./kWh` for francs. A currency without a known coin shows hundredths. */
export function priceUnit(currency: string): string {
  return `${HUNDREDTHS[currency] ?? `${currency}/100`}/kWh`;
}

/** A price with one decimal: 142 000 µCHF/kWh is `14.2` `Rp./kWh`. */
export function formatPrice(priceMicroPerKwh: MicroPerKwh, locale: string, currency: string): Quantity {
  return { value: decimal(priceMicroPerKwh / MICRO_PER_HUNDREDTH, 1, locale), unit: priceUnit(currency) };
}
