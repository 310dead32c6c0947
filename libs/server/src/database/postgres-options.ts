import type { DataSourceOptions, MixedList } from 'typeorm';

export interface PostgresSettings {
  /** Shown by PostgreSQL for each connection. */
  readonly applicationName: string;
  readonly entities: MixedList<(new () => object) | string>;
  readonly migrations: MixedList<(new () => object) | string>;
  /** Connections in the pool, 10 by default. */
  readonly poolSize?: number;
  /** A statement that runs longer is ended by the server, 30 s by default; 0 lets it run (migrations, bulk loads). */
  readonly statementTimeoutMs?: number;
}

/**
 * TypeORM's options for a program's database. Migrations are explicit: nothing is ever synchronised, and nothing
 * migrates at the start of a server.
 */
export function postgresOptions(url: string, settings: PostgresSettings): DataSourceOptions {
  const { applicationName, entities, migrations, poolSize = 10, statementTimeoutMs = 30_000 } = settings;
  return {
    type: 'postgres',
    url,
    applicationName,
    entities: entities as DataSourceOptions['entities'],
    migrations: migrations as DataSourceOptions['migrations'],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    migrationsRun: false,
    logging: false,
    poolSize,
    connectTimeoutMS: 5_000,
    extra: {
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: 60_000,
      idleTimeoutMillis: 30_000,
    },
  };
}
