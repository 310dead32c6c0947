import type { DataSource } from 'typeorm';

export const READY_CHECKS = Symbol('ready checks');

/** One thing that a program needs: its name in the answer, and a probe that throws when it does not work. */
export interface ReadyCheck {
  readonly name: string;
  readonly probe: () => Promise<unknown>;
}

/** The database answers a query. */
export function databaseCheck(dataSource: DataSource): ReadyCheck {
  return { name: 'database', probe: () => dataSource.query('SELECT 1') };
}
