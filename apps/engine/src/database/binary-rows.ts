/** PostgreSQL counts microseconds from 2000-01-01T00:00Z. */
const POSTGRES_EPOCH_MS = 946_684_800_000;
const UINT32 = 4_294_967_296;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const INT2_OID = 21;
const INT4_OID = 23;
/** One-dimensional array: dimensions, null flag, element type, length, lower bound. */
const ARRAY_HEADER = 20;

/**
 * Writes rows in PostgreSQL's binary COPY format: the fastest way in, and exact. Values are appended field by field in
 * the order of the statement's columns; `take` hands out what was written so far.
 */
export class BinaryRows {
  #buffer: Buffer;
  #view: DataView;
  #at = 0;
  #rows = 0;

  constructor(capacity = 1 << 16) {
    this.#buffer = Buffer.allocUnsafeSlow(capacity);
    this.#view = new DataView(this.#buffer.buffer);
    SIGNATURE.copy(this.#buffer);
    this.#at = SIGNATURE.length;
  }

  /** Rows begun since the start. */
  get rows(): number {
    return this.#rows;
  }

  /** Bytes that wait to be taken. */
  get pending(): number {
    return this.#at;
  }

  row(fields: number): void {
    this.#room(2);
    this.#view.setInt16(this.#at, fields);
    this.#at += 2;
    this.#rows++;
  }

  int2(value: number): void {
    this.#room(6);
    this.#view.setInt32(this.#at, 2);
    this.#view.setInt16(this.#at + 4, within(value, 32_767));
    this.#at += 6;
  }

  int4(value: number): void {
    this.#room(8);
    this.#view.setInt32(this.#at, 4);
    this.#view.setInt32(this.#at + 4, within(value, 2_147_483_647));
    this.#at += 8;
  }

  int8(value: number): void {
    this.#room(12);
    this.#view.setInt32(this.#at, 8);
    this.#bigint(this.#at + 4, within(value, Number.MAX_SAFE_INTEGER));
    this.#at += 12;
  }

  float4(value: number): void {
    this.#room(8);
    this.#view.setInt32(this.#at, 4);
    this.#view.setFloat32(this.#at + 4, value);
    this.#at += 8;
  }

  timestamp(epochMs: number): void {
    this.#room(12);
    this.#view.setInt32(this.#at, 8);
    this.#bigint(this.#at + 4, (epochMs - POSTGRES_EPOCH_MS) * 1000);
    this.#at += 12;
  }

  /** ASCII text. */
  text(value: string): void {
    this.#room(4 + value.length);
    this.#view.setInt32(this.#at, value.length);
    this.#buffer.write(value, this.#at + 4, 'latin1');
    this.#at += 4 + value.length;
  }

  missing(): void {
    this.#room(4);
    this.#view.setInt32(this.#at, -1);
    this.#at += 4;
  }

  int2Array(values: ArrayLike<number>): void {
    let at = this.#array(values.length, INT2_OID, 6);
    for (let index = 0; index < values.length; index++, at += 6) {
      this.#view.setInt32(at, 2);
      this.#view.setInt16(at + 4, within(values[index] as number, 32_767));
    }
  }

  int4Array(values: ArrayLike<number>): void {
    let at = this.#array(values.length, INT4_OID, 8);
    for (let index = 0; index < values.length; index++, at += 8) {
      this.#view.setInt32(at, 4);
      this.#view.setInt32(at + 4, within(values[index] as number, 2_147_483_647));
    }
  }

  /** The bytes written since the last call. They are copied, so that writing can go on at once. */
  take(): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(0, this.#at));
    this.#at = 0;
    return taken;
  }

  /** Like `take`, with the mark that ends the rows. */
  takeLast(): Buffer {
    this.#room(2);
    this.#view.setInt16(this.#at, -1);
    this.#at += 2;
    return this.take();
  }

  /** Writes an array's header and returns where its first element goes. */
  #array(length: number, elementOid: number, elementBytes: number): number {
    if (length === 0) {
      this.#room(16);
      for (const [offset, value] of [12, 0, 0, elementOid].entries()) {
        this.#view.setInt32(this.#at + 4 * offset, value);
      }
      this.#at += 16;
      return this.#at;
    }
    const bytes = ARRAY_HEADER + length * elementBytes;
    this.#room(4 + bytes);
    for (const [offset, value] of [bytes, 1, 0, elementOid, length, 1].entries()) {
      this.#view.setInt32(this.#at + 4 * offset, value);
    }
    const first = this.#at + 4 + ARRAY_HEADER;
    this.#at += 4 + bytes;
    return first;
  }

  #bigint(at: number, value: number): void {
    const high = Math.floor(value / UINT32);
    this.#view.setInt32(at, high);
    this.#view.setUint32(at + 4, value - high * UINT32);
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#buffer.length * 2, this.#at + bytes));
    this.#buffer.copy(grown, 0, 0, this.#at);
    this.#buffer = grown;
    this.#view = new DataView(grown.buffer);
  }
}

/** A column's integer, checked: DataView would wrap it silently. */
function within(value: number, limit: number): number {
  if (!Number.isInteger(value) || value > limit || value < -limit) {
    throw new RangeError(`${value} is not a whole number within ±${limit}`);
  }
  return value;
}
