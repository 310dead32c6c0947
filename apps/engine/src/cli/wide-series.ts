import { parseInstant } from '@ceex/units';
import { csvLines } from '../readings/csv-lines';
import { separatorOf, splitFields } from '../readings/csv-fields';
import { CommandError } from './command-error';
import { readChunks } from './csv-table';

/** One instant of a wide file: a value for each column. Valid until the next one is asked for. */
export interface WideRow {
  readonly line: number;
  readonly start: string;
  /** The text of a column by its position. */
  readonly fields: readonly string[];
}

export interface WideSeries {
  /** Positions of the columns by their name. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: AsyncGenerator<WideRow>;
}

/** Opens a file whose first column is the start of the interval (UTC) and whose other columns are series. */
export async function openWideSeries(path: string): Promise<WideSeries> {
  const rows = readRows(path);
  const header = await rows.next();
  if (header.done) throw new CommandError(`${path} is empty`);
  const columns = new Map([header.value.start, ...header.value.fields.slice(1)].map((name, at) => [name, at]));
  return { columns, rows };
}

async function* readRows(path: string): AsyncGenerator<WideRow> {
  let line = 0;
  let width = 0;
  let separator: ',' | ';' = ',';
  for await (const texts of csvLines(readChunks(path))) {
    for (const text of texts) {
      line++;
      if (text.trim() === '') continue;
      const fields: string[] = [];
      if (width === 0) separator = separatorOf(text);
      const count = splitFields(text, separator, fields);
      const start = fields[0] as string;
      if (width === 0) width = count;
      else if (count !== width) throw new CommandError(`${path}, line ${line}: ${count} columns, not ${width}`);
      else if (parseInstant(start) === null) throw new CommandError(`${path}, line ${line}: "${start}" is no instant`);
      yield { line, start, fields };
    }
  }
}
