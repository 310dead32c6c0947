import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { ROOT, run } from './run';

interface Server {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}
interface StartPostgres {
  startPostgres(options: { dataDir: string; ephemeral: boolean; installed: string }): Promise<Server>;
}

export const DATABASES = ['ceex_bff', 'ceex_engine'] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** A database server as the stack makes it: by the same script, with a database and a role for each program. */
export interface Cluster {
  /** As a program's own role. */
  readonly urlOf: (database: DatabaseName) => string;
  /** What the scripts find in their container: the server, its superuser, and the server's own client programs. */
  readonly env: Readonly<Record<string, string>>;
  /** As the superuser. */
  query<Row extends object>(database: string, sql: string): Promise<Row[]>;
  /** Stops the server and deletes its files. */
  destroy(): Promise<void>;
}

/** Starts a server with the programs of `installed`, and makes roles and databases. */
export async function makeCluster(installed: string): Promise<Cluster> {
  const base = mkdtempSync(join(tmpdir(), 'ceex-rehearsal-'));
  const file = pathToFileURL(join(ROOT, 'tools/embedded-postgres.mjs')).href;
  const { startPostgres } = (await import(file)) as StartPostgres;
  const server = await startPostgres({ dataDir: join(base, 'postgres'), ephemeral: true, installed });
  const { password } = new URL(server.url);
  const env = {
    PATH: `${join(installed, 'bin')}:${process.env['PATH']}`,
    ...{ PGHOST: '127.0.0.1', PGPORT: String(server.port), PGUSER: 'postgres', PGPASSWORD: password },
  };
  const secrets = Object.fromEntries(DATABASES.map((name) => [name, randomBytes(18).toString('hex')]));
  await createRoles(base, env, secrets);
  return {
    env,
    urlOf: (name) => `postgres://${name}:${secrets[name]}@127.0.0.1:${server.port}/${name}`,
    async query<Row extends object>(database: string, sql: string) {
      const client = new Client({ connectionString: server.url.replace(/\/postgres$/, `/${database}`) });
      await client.connect();
      try {
        return (await client.query<Row>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    async destroy() {
      await server.stop();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

async function createRoles(base: string, env: NodeJS.ProcessEnv, secrets: Record<string, string>): Promise<void> {
  const secretFile = (name: DatabaseName): string => {
    const path = join(base, name);
    writeFileSync(path, `${secrets[name]}\n`, { mode: 0o600 });
    return path;
  };
  const { code, stderr } = await run('bash', [join(ROOT, 'docker/database/init/create-roles.sh')], {
    ...env,
    CEEX_BFF_PASSWORD_FILE: secretFile('ceex_bff'),
    CEEX_ENGINE_PASSWORD_FILE: secretFile('ceex_engine'),
  });
  if (code !== 0) throw new Error(`The roles were not made: ${stderr}`);
}
