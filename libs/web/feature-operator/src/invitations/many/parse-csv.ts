import type { CsvLine } from './read-rows';

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The lines of a CSV text, by the same library and with the same settings as on the server. Null: it is no CSV. */
export async function parseCsv(text: string): Promise<readonly CsvLine[] | null> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  const options = { bom: true, delimiter: [',', ';'], info: true, trim: true };
  try {
    const records: unknown = parse(text, { ...options, relax_column_count: true, skip_empty_lines: true });
    return (records as readonly CsvRecord[]).map(({ record, info }) => ({ line: info.lines, fields: record }));
  } catch {
    return null;
  }
}
