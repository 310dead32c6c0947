const QUOTE = '"';
const CARRIAGE_RETURN = 13;

export type Separator = ',' | ';';

/** The separator of a file, from its header line. */
export function separatorOf(header: string): Separator {
  return header.includes(';') ? ';' : ',';
}

/**
 * Splits one line into `fields` (used again for every line, because there are millions) and returns how many there
 * were; −1 where a quote is not closed. Fields may be quoted, a doubled quote within stands for one.
 */
export function splitFields(line: string, separator: Separator, fields: string[]): number {
  const end = line.charCodeAt(line.length - 1) === CARRIAGE_RETURN ? line.length - 1 : line.length;
  if (line.includes(QUOTE)) return splitQuoted(line.slice(0, end), separator, fields);
  let count = 0;
  let from = 0;
  for (;;) {
    const to = line.indexOf(separator, from);
    if (to < 0) break;
    fields[count++] = line.slice(from, to);
    from = to + 1;
  }
  fields[count++] = line.slice(from, end);
  return count;
}

function splitQuoted(line: string, separator: Separator, fields: string[]): number {
  let count = 0;
  let at = 0;
  for (;;) {
    let field = '';
    if (line[at] === QUOTE) {
      const from = at + 1;
      at = closingQuote(line, from);
      if (at < 0) return -1;
      field = line.slice(from, at).replaceAll('""', QUOTE);
      at++;
      if (at < line.length && line[at] !== separator) return -1;
    } else {
      const to = line.indexOf(separator, at);
      field = line.slice(at, to < 0 ? line.length : to);
      at = to < 0 ? line.length : to;
    }
    fields[count++] = field;
    if (at >= line.length) return count;
    at++;
  }
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf(QUOTE, from);
  while (at >= 0 && line[at + 1] === QUOTE) at = line.indexOf(QUOTE, at + 2);
  return at;
}
