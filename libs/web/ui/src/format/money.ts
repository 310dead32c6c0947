import { roundNanoToCents, type Nano } from '@ceex/units';
import { decimal } from './number-format';
import { NBSP, type Quantity } from './quantity';

/** Money rounded to hundredths by the one rounding of the system: `31.40` `CHF`. `signed` also shows a plus. */
export function formatMoney(amountNano: Nano, locale: string, currency: string, signed = false): Quantity {
  const amount = roundNanoToCents(amountNano) / 100;
  return { value: decimal(amount, 2, locale, signed ? 'exceptZero' : 'negative'), unit: currency };
}

/** Money as the Swiss write it, currency first: `CHF 31.40`. */
export function moneyText({ value, unit }: Quantity): string {
  return `${unit}${NBSP}${value}`;
}
