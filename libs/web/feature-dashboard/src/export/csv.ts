/** A field as RFC 4180 wants it: in quotes where it holds a separator, a quote, a line end or blanks at its ends. */
function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as comma-separated values (RFC 4180): the same in every language of screen and system. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** An integer as a decimal with that many places, exactly, without zeros at its end: `(-1500, 3)` is `-1.5`. */
export function decimalText(value: number, places: number): string {
  const digits = `${Math.abs(value)}`.padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const part = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${whole}${part && `.${part}`}`;
}
