// An engine with a database of its own, for benchmarks: PostgreSQL as `npm start` runs it, without the demo's short cuts.
import { createHmac, randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { freePort, startPostgres } from '../embedded-postgres.mjs';
import { paths } from '../launcher/paths.mjs';
import { ready } from '../launcher/processes.mjs';

const secret = randomBytes(32).toString('hex');

export async function withDatabases(work) {
  const base = mkdtempSync(join(tmpdir(), 'ceex-bench-'));
  const server = await startPostgres({ dataDir: join(base, 'postgres') });
  const urlOf = (name) => server.url.replace(/\/postgres$/, `/${name}`);
  const query = async (name, sql) => {
    const client = new pg.Client({ connectionString: urlOf(name) });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const admin = (sql) => query('postgres', sql);
  try {
    return await work({ admin, query, urlOf });
  } finally {
    await server.stop();
    rmSync(base, { recursive: true, force: true });
  }
}

/** Runs one of the engine's programs to its end. Returns its lines, its time and its peak memory (Linux). */
export async function runEngine(entry, args, env, onLine) {
  const started = performance.now();
  const child = spawn(process.execPath, [paths.entry('engine', entry), ...args], {
    env: { ...process.env, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    onLine?.(line);
  });
  let peakMb = 0;
  const watch = setInterval(() => (peakMb = Math.max(peakMb, peakMemoryMb(child.pid))), 200);
  const code = await new Promise((done) => child.once('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`engine ${entry} ${args.join(' ')} failed (${code}): ${lines.at(-1) ?? ''}`);
  return { lines, ms: performance.now() - started, peakMb };
}

function peakMemoryMb(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Starts the engine's server. `kill(signal)` resolves when it is gone. */
export async function startEngine(url, env = {}) {
  const port = await freePort();
  const child = spawn(process.execPath, [paths.entry('engine', 'main')], {
    env: {
      ...process.env,
      LOG_LEVEL: 'error',
      DATABASE_URL: url,
      ENGINE_PORT: String(port),
      HOST: '127.0.0.1',
      ENGINE_TOKEN_SECRET: secret,
      SIMULATED_METERS: 'off',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise((done) => child.once('exit', done));
  return {
    base: `http://127.0.0.1:${port}`,
    isReady: () => ready(`http://127.0.0.1:${port}/health/ready`, () => child.exitCode === null),
    peakMb: () => peakMemoryMb(child.pid),
    kill(signal) {
      child.kill(signal);
      return gone;
    },
  };
}

/** A bearer token as the BFF signs it. */
export function token(claims) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const all = {
    iss: 'ceex-bff',
    aud: 'ceex-engine',
    sub: 'bench',
    role: 'user',
    nodes: [],
    memberOf: [],
    operates: [],
    administers: false,
  };
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...all, ...claims, iat: now, exp: now + 30 })}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}
