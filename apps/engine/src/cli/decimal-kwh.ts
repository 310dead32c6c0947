/** Exact decimal energy as whole billionths of a kWh. */
export type NanoKwh = number;

const DECIMALS = 9;

interface Decimal {
  readonly digits: number;
  readonly decimals: number;
}

/** Reads digits with an optional point, fraction and exponent (`1e-05`); null for anything else, or where it is not exact. */
function readDecimal(text: string): Decimal | null {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^(\d{1,9})(?:\.(\d{1,9}))?(?:e([+-]?\d{1,2}))?$/i.exec(text) ?? [];
  if (whole === '') return null;
  const significant = fraction.replace(/0+$/, '');
  const decimals = significant.length - Number(exponent);
  const digits = Number(whole + significant) * 10 ** Math.max(0, -decimals);
  return Number.isSafeInteger(digits) ? { digits, decimals: Math.max(0, decimals) } : null;
}

/** A decimal kWh text, exactly; null where it is none or has more than nine decimals. */
export function readNanoKwh(text: string): NanoKwh | null {
  return productNanoKwh('1', text);
}

/** The product of two decimal texts (kWp × kWh per kWp), exactly; null where that needs more than nine decimals. */
export function productNanoKwh(factor: string, text: string): NanoKwh | null {
  const [a, b] = [readDecimal(factor), readDecimal(text)];
  if (a === null || b === null || a.decimals + b.decimals > DECIMALS) return null;
  const value = a.digits * b.digits * 10 ** (DECIMALS - a.decimals - b.decimals);
  return Number.isSafeInteger(value) ? value : null;
}

/** As decimal text without trailing zeros. */
export function kwhText(value: NanoKwh): string {
  const fraction = value % 10 ** DECIMALS;
  const whole = (value - fraction) / 10 ** DECIMALS;
  if (fraction === 0) return String(whole);
  return `${whole}.${String(fraction).padStart(DECIMALS, '0').replace(/0+$/, '')}`;
}
