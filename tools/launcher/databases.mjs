// Two databases with a role of their own: neither the BFF nor the engine can read the other's tables.
import pg from 'pg';
import { startPostgres } from '../embedded-postgres.mjs';
import { paths } from './paths.mjs';

/**
 * The databases of BFF and engine: those named by BFF_DATABASE_URL and ENGINE_DATABASE_URL, else in an embedded server.
 * @returns {Promise<{bff: string, engine: string, stop(): Promise<void>}>}
 */
export async function provideDatabases(secrets) {
  const { BFF_DATABASE_URL: bff, ENGINE_DATABASE_URL: engine } = process.env;
  if (bff && engine) return { bff, engine, stop: async () => undefined };
  if (bff || engine) throw new Error('Set both BFF_DATABASE_URL and ENGINE_DATABASE_URL, or neither.');
  const port = process.env.POSTGRES_PORT ? Number(process.env.POSTGRES_PORT) : undefined;
  const server = await startPostgres({ dataDir: paths.postgres, password: secrets.postgresPassword, port });
  const passwords = { ceex_bff: secrets.bffDatabasePassword, ceex_engine: secrets.engineDatabasePassword };
  for (const [role, password] of Object.entries(passwords)) await provideDatabase(server.url, role, password);
  const url = (role) => `postgres://${role}:${passwords[role]}@127.0.0.1:${server.port}/${role}`;
  return { bff: url('ceex_bff'), engine: url('ceex_engine'), stop: () => server.stop() };
}

async function provideDatabase(adminUrl, role, password) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const found = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    const name = admin.escapeIdentifier(role);
    if (found.rowCount === 0) await admin.query(`CREATE ROLE ${name} LOGIN PASSWORD ${admin.escapeLiteral(password)}`);
    const exists = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [role]);
    if (exists.rowCount === 0) await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
    await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  } finally {
    await admin.end();
  }
}
