import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { CommandError } from './command-error';

/** A file as a stream, unpacked when its name ends in `.gz`. */
export function openFile(path: string): Readable {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  if (!path.endsWith('.gz')) return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}

/** One line of a table by its columns. */
export class TableRow {
  constructor(
    private readonly path: string,
    readonly line: number,
    private readonly fields: Readonly<Record<string, string>>,
  ) {}

  /** A field that must be there and not be empty. */
  text(column: string): string {
    const value = this.optional(column);
    if (value === null) throw new CommandError(`${this.path}, line ${this.line}: "${column}" is missing`);
    return value;
  }

  optional(column: string): string | null {
    const value = this.fields[column]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  /** A number ≥ 0; null where the field is empty. */
  number(column: string): number | null {
    const text = this.optional(column);
    if (text === null) return null;
    const value = Number(text);
    if (!Number.isFinite(value))
      throw new CommandError(`${this.path}, line ${this.line}: ${column} "${text}" is no number`);
    return value;
  }
}

/** Reads a small CSV file with a header line. */
export async function readTable(path: string): Promise<TableRow[]> {
  const records: Record<string, string>[] = parse(await readFile(path), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  return records.map((record, index) => new TableRow(path, index + 2, record));
}
