import type { MicroPerKwh } from '@ceex/units';
import { decimal } from './number-format';
import type { Quantity } from './quantity';

/** One hundredth of a currency unit, as people call it: in some languages otherwise than in the rest. */
const HUNDREDTHS: Readonly<Record<string, string>> = { CHF: 'Rp.', 'CHF fr': 'ct.', 'CHF it': 'ct.', EUR: 'ct' };
const MICRO_PER_HUNDREDTH = 10_000;

/**
 * The unit in which prices are shown: for francs `Rp./kWh`, `ct./kWh` in French and Italian. A currency without a known
 * coin shows hundredths.
 */
export function priceUnit(currency: string, locale: string): string {
  const coin = HUNDREDTHS[`${currency} ${locale.slice(0, 2)}`] ?? HUNDREDTHS[currency];
  return `${coin ?? `${currency}/100`}/kWh`;
}

/** A price with one decimal: 142 000 µCHF/kWh is `14.2` `Rp./kWh`. */
export function formatPrice(priceMicroPerKwh: MicroPerKwh, locale: string, currency: string): Quantity {
  return { value: decimal(priceMicroPerKwh / MICRO_PER_HUNDREDTH, 1, locale), unit: priceUnit(currency, locale) };
}
