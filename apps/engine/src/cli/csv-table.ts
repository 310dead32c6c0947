import { open, type FileHandle } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { CommandError } from './command-error';

const CHUNK_BYTES = 1 << 18;

/** The bytes of a file, unpacked when its name ends in `.gz`. Opened only when somebody reads. */
export async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  const handle = await openForReading(path);
  const file = handle.createReadStream({ highWaterMark: CHUNK_BYTES });
  if (!path.endsWith('.gz')) return yield* file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return yield* file.pipe(unpacked);
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    throw new CommandError(`${path} cannot be read: ${(error as Error).message}`);
  }
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
  const records: Record<string, string>[] = parse(await wholeFile(path), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
  return records.map((record, index) => new TableRow(path, index + 2, record));
}

async function wholeFile(path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readChunks(path)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
