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

/**
 * The schema is that of this program, or a later one: every migration that it has was applied. A server that starts before
 * its migrations have run is not ready until they have.
 */
export function migrationsCheck(dataSource: DataSource): ReadyCheck {
  const expected = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  return {
    name: 'migrations',
    probe: async () => {
      const applied: { name: string }[] = await dataSource.query('SELECT name FROM migration');
      const missing = expected.filter((name) => !applied.some((row) => row.name === name));
      if (missing.length > 0) throw new Error(`migrations not applied: ${missing.join(', ')}`);
    },
  };
}
