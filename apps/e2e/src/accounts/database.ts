import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** Changes what only time would change, such as when a link expires. */
export async function alter(sql: string, ...values: readonly unknown[]): Promise<void> {
  const file = join(process.env['E2E_HOME'] ?? '', 'running.json');
  const { bffDatabaseUrl } = JSON.parse(readFileSync(file, 'utf8')) as { bffDatabaseUrl: string };
  const client = new Client({ connectionString: bffDatabaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(sql, [...values]);
    if (!rowCount) throw new Error(`Nothing changed: ${sql}`);
  } finally {
    await client.end();
  }
}
