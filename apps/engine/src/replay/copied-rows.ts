/** PostgreSQL counts microseconds from 2000-01-01T00:00Z. */
const POSTGRES_EPOCH_MS = 946_684_800_000;
const UINT32 = 4_294_967_296;
/** Signature, flags, and an extension of no length. */
const HEADER_BYTES = 19;
const END_OF_ROWS = -1;
/** Dimensions, null flag, element type, length, lower bound. */
const ARRAY_HEADER_BYTES = 20;

/** Where a field of the current row lies; −1 bytes: NULL. */
interface Field {
  at: number;
  bytes: number;
}

/**
 * Reads the rows of `COPY … TO STDOUT (FORMAT binary)`: many times faster than rows as text, because numbers are never
 * written out and read again. Chunks may be cut anywhere. The counterpart of `BinaryRows`.
 */
export class CopiedRows {
  #rest: Buffer = Buffer.alloc(0);
  #skip = HEADER_BYTES;
  #view: DataView = new DataView(new ArrayBuffer(0));
  readonly #fields: Field[];

  /** @param fields how many each row has. */
  constructor(fields: number) {
    this.#fields = Array.from({ length: fields }, () => ({ at: 0, bytes: 0 }));
  }

  /** Calls `read` for every row that is complete now; the row holds until it returns. Throws on rows of another width. */
  push(chunk: Buffer, read: (row: this) => void): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = Math.min(this.#skip, bytes.length);
    this.#skip -= at;
    for (let end = this.#endOfRow(at); end > at; end = this.#endOfRow(at)) {
      read(this);
      at = end;
    }
    this.#rest = bytes.subarray(at);
  }

  /** Finds the fields of the row that begins at `at`; returns where it ends, or `at` while it is not complete. */
  #endOfRow(at: number): number {
    const { byteLength } = this.#view;
    if (this.#skip > 0 || at + 2 > byteLength) return at;
    const count = this.#view.getInt16(at);
    if (count === END_OF_ROWS) return at;
    if (count !== this.#fields.length) throw new Error(`a row has ${count} fields, not ${this.#fields.length}`);
    let end = at + 2;
    for (const field of this.#fields) {
      if (end + 4 > byteLength) return at;
      field.bytes = this.#view.getInt32(end);
      field.at = end + 4;
      end = field.at + Math.max(0, field.bytes);
    }
    return end > byteLength ? at : end;
  }

  /** A `timestamptz`, in milliseconds since 1970. */
  timestamp(field: number): number {
    const { at } = this.#fields[field] as Field;
    const micros = this.#view.getInt32(at) * UINT32 + this.#view.getUint32(at + 4);
    return micros / 1000 + POSTGRES_EPOCH_MS;
  }

  isNull(field: number): boolean {
    return (this.#fields[field] as Field).bytes < 0;
  }

  /** How many elements a one-dimensional array has. */
  length(field: number): number {
    const { at, bytes } = this.#fields[field] as Field;
    return bytes < ARRAY_HEADER_BYTES ? 0 : this.#view.getInt32(at + 12);
  }

  /** Copies an `integer[]` into `target` from `to` on. */
  copyInt4Array(field: number, target: Int32Array, to: number): void {
    const end = to + this.length(field);
    let at = (this.#fields[field] as Field).at + ARRAY_HEADER_BYTES + 4;
    for (let index = to; index < end; index++, at += 8) target[index] = this.#view.getInt32(at);
  }

  /** Copies a `smallint[]` of small numbers into `target` from `to` on. */
  copyInt2Array(field: number, target: Uint8Array, to: number): void {
    const end = to + this.length(field);
    let at = (this.#fields[field] as Field).at + ARRAY_HEADER_BYTES + 4;
    for (let index = to; index < end; index++, at += 6) target[index] = this.#view.getInt16(at);
  }
}
