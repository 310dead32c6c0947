import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A database of one test suite. `drop` removes it, and the server too where this suite had to start one. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * An empty database with a random name, on the server of `TEST_DATABASE_URL` (a superuser's address), else on a
 * throw-away server of its own.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await run(server.url, `CREATE DATABASE ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await run(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await server.stop();
    },
  };
}

async function testServer(): Promise<Server> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return { url, stop: async () => undefined };
  const launcher = join(__dirname, '../../../../tools/embedded-postgres.mjs');
  const { startPostgres } = (await import(launcher)) as {
    startPostgres(options: { dataDir: string; ephemeral: boolean }): Promise<Server>;
  };
  return startPostgres({ dataDir: join(tmpdir(), `ceex-test-${randomBytes(8).toString('hex')}`), ephemeral: true });
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
