import type { ReadyCheck } from '@ceex/server';
import type { Database } from '../database/database';
import { migrations } from '../database/migrations';

/** What must work before the engine takes calls: the database answers, and has the schema of this program. */
export function readyChecks({ pool }: Database): readonly ReadyCheck[] {
  const expected = migrations.map(({ name }) => name);
  return [
    { name: 'database', probe: () => pool.query('SELECT 1') },
    {
      name: 'migrations',
      probe: async () => {
        const { rows } = await pool.query<{ name: string }>('SELECT name FROM migration');
        const missing = expected.filter((name) => !rows.some((row) => row.name === name));
        if (missing.length > 0) throw new Error(`migrations not applied: ${missing.join(', ')}`);
      },
    },
  ];
}
