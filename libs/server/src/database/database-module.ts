import type { DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';

/** The database of a Nest app. A server that comes up a moment later is waited for: five tries, one second apart. */
export function createDatabaseModule(options: DataSourceOptions): DynamicModule {
  return TypeOrmModule.forRoot({ ...options, retryAttempts: 5, retryDelay: 1_000 });
}
