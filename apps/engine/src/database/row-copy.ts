import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { from, type CopyStreamQuery } from 'pg-copy-streams';
import type { BinaryRows } from './binary-rows';

/** A running `COPY … FROM STDIN` in binary. Rows are handed over while more are being written. */
export class RowCopy {
  readonly #stream: CopyStreamQuery;
  /** Settles when the server has stored all rows or refused one, whoever listens. */
  readonly #stored: Promise<void>;

  constructor(client: PoolClient, table: string, columns: readonly string[]) {
    this.#stream = client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN (FORMAT binary)`));
    this.#stored = finished(this.#stream);
    this.#stored.catch(() => undefined);
  }

  /**
   * Hands over what was written so far and waits while the server is behind. Lets others have a turn in any case: whoever
   * writes rows by the million would otherwise keep requests waiting.
   */
  async send(rows: BinaryRows): Promise<void> {
    const hasRoom = this.#stream.write(rows.take());
    if (hasRoom) await setImmediate();
    else await Promise.race([once(this.#stream, 'drain'), this.#stored]);
  }

  /** Hands over the rest and waits until the server has stored it. */
  async finish(rows: BinaryRows): Promise<void> {
    this.#stream.end(rows.takeLast());
    await this.#stored;
  }

  /** Ends the copy without storing anything; the transaction can then only be rolled back. */
  async abort(reason: Error): Promise<void> {
    this.#stream.destroy(reason);
    await this.#stored.catch(() => undefined);
  }
}

/** Stores all rows of one table. */
export async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: BinaryRows,
): Promise<void> {
  if (rows.rows > 0) await new RowCopy(client, table, columns).finish(rows);
}
