import { Pool, type PoolClient } from 'pg';
import { valueTypes } from './value-types';

/** Anything that runs a query: the pool, or the client of a transaction. */
export type Queryable = Pick<PoolClient, 'query'>;

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize?: number;
  readonly applicationName?: string;
  /** Told of a connection that broke while it was idle; the pool replaces it. */
  readonly onIdleError?: (error: Error) => void;
}

/** The engine's PostgreSQL: a pool of connections and transactions over it. */
export class Database {
  readonly pool: Pool;

  constructor({ url, poolSize = 8, applicationName = 'ceex-engine', onIdleError }: DatabaseOptions) {
    this.pool = new Pool({
      connectionString: url,
      max: poolSize,
      application_name: applicationName,
      connectionTimeoutMillis: 10_000,
      // Readings and clearings are named by instants; nothing may depend on a session's zone. Every query here is short
      // or moves rows: compiling it would take longer than running it.
      options: '-c TimeZone=UTC -c jit=off',
      types: valueTypes,
    });
    // Without a listener the pool's error event would end the process.
    this.pool.on('error', onIdleError ?? (() => undefined));
  }

  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
  async transaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        // The connection is gone, and the transaction with it.
        (lost: Error) => client.release(lost),
      );
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
