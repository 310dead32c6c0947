import 'reflect-metadata';
import { migrate, postgresOptions } from '@ceex/server';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations';

/** TypeORM runs the engine's migrations and nothing else: all reading and writing is SQL over `Database`. */
export function migrationOptions(url: string): DataSourceOptions {
  return postgresOptions(url, {
    applicationName: 'ceex-engine-migrate',
    entities: [],
    migrations,
    statementTimeoutMs: 0,
  });
}

/** Brings the engine's schema up to date and says which migrations were run. */
export function migrateDatabase(url: string): Promise<string[]> {
  return migrate(migrationOptions(url));
}
