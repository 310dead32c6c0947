import { roundNanoToCents, type Nano } from '@ceex/units';
import { numberFormat } from './number-format';
import { NBSP, type Quantity } from './quantity';

/** Money rounded to hundredths by the one rounding of the system: `31.40` `CHF`. `signed` also shows a plus. */
export function formatMoney(amountNano: Nano, locale: string, currency: string, signed = false): Quantity {
  const amount = roundNanoToCents(amountNano) / 100;
  return { value: amountText(amount, locale, currency, signed ? 'exceptZero' : 'negative'), unit: currency };
}

/** Not as other numbers: French in Switzerland has `0,42 kWh`, but `31.40 CHF`. */
function amountText(amount: number, locale: string, currency: string, signDisplay: 'exceptZero' | 'negative'): string {
  const options = { style: 'currency', currency, currencyDisplay: 'code', signDisplay } as const;
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return numberFormat(locale, { ...options, ...digits })
    .formatToParts(amount)
    .filter(({ type }) => type !== 'currency' && type !== 'literal')
    .map(({ value }) => value.replace('-', '−'))
    .join('');
}

/** Money as the Swiss write it, currency first: `CHF 31.40`. */
export function moneyText({ value, unit }: Quantity): string {
  return `${unit}${NBSP}${value}`;
}
