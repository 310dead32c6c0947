import type { PoolClient } from 'pg';
import { BinaryRows } from '../database/binary-rows';
import { RowCopy } from '../database/row-copy';
import type { ReadingSink } from './reading';

const SEND_BYTES = 1 << 18;

/** Readings on their way into the database: copied into a table of this transaction alone, not yet in force. */
export class StagedReadings implements ReadingSink {
  readonly #rows = new BinaryRows(SEND_BYTES * 2);
  readonly #copy: RowCopy;

  private constructor(client: PoolClient) {
    this.#copy = new RowCopy(client, 'staged_reading', [
      'starts_at',
      'node_id',
      'import_wh',
      'export_wh',
      'production_wh',
    ]);
  }

  /** Opens the staging table; the client is busy with it until `finish` or `abort`. */
  static async open(client: PoolClient): Promise<StagedReadings> {
    await client.query(`CREATE TEMPORARY TABLE staged_reading (starts_at timestamptz, node_id integer,
      import_wh integer, export_wh integer, production_wh integer) ON COMMIT DROP`);
    return new StagedReadings(client);
  }

  add(nodeId: number, startMs: number, importWh: number, exportWh: number, productionWh: number): void {
    const rows = this.#rows;
    rows.row(5);
    rows.timestamp(startMs);
    rows.int4(nodeId);
    rows.int4(importWh);
    rows.int4(exportWh);
    if (productionWh < 0) rows.missing();
    else rows.int4(productionWh);
  }

  /** Sends what has gathered, if it is worth it, and waits while the database is behind. */
  async flush(): Promise<void> {
    if (this.#rows.pending >= SEND_BYTES) await this.#copy.send(this.#rows);
  }

  /** Forgets what has gathered: a line was rejected, nothing of the file will be stored. */
  discard(): void {
    this.#rows.take();
  }

  async finish(): Promise<void> {
    await this.#copy.finish(this.#rows);
  }

  async abort(reason: Error): Promise<void> {
    await this.#copy.abort(reason);
  }
}
