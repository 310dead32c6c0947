const formats = new Map<string, Intl.NumberFormat>();

/** An `Intl.NumberFormat`, made once for each locale and set of options (making one costs more than using it). */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

/** A number with exactly this many decimals, its minus a real one. Never `−0`. */
export function decimal(
  value: number,
  digits: number,
  locale: string,
  signDisplay: 'negative' | 'exceptZero' = 'negative',
): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay };
  return numberFormat(locale, options).format(value).replace('-', '−');
}
