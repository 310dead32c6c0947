// Two replicas of BFF and engine behind a reverse proxy, replaced one after the other while people use them and a year is
// being cleared. Nothing that was asked may fail, and no interval may be lost or cleared twice.
import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { option } from '../demo-instance.mjs';
import { freePort } from '../embedded-postgres.mjs';
import { paths } from '../launcher/paths.mjs';
import { runEngine, withDatabases } from './engine-at-work.mjs';
import { startHealthProxy } from './redeploy/health-proxy.mjs';
import { startLoad } from './redeploy/load.mjs';
import { hasNginx, startNginx } from './redeploy/nginx.mjs';
import { startReplica } from './redeploy/replica.mjs';

/** No multiple of the kinds of requests, so that everybody makes all of them. */
const PEOPLE = 25;
const SERVICE = 'engine.internal';
const ENGINE_ADDRESSES = ['127.0.0.2', '127.0.0.3'];
const names = pathToFileURL(join(import.meta.dirname, 'redeploy/network-names.mjs')).href;
const password = randomBytes(12).toString('hex');
const emailOf = (index) => `person-${index}@bench.example`;
const random = () => randomBytes(32).toString('hex');

/**
 * `--rate N` requests a second (50); `--proxy nginx|health` (nginx where there is one): nginx hears of a replica that is
 * gone by a refused connection, `health` asks for readiness and tries nothing twice.
 */
export const measure = (options) =>
  withDatabases(async (databases) => {
    const mail = mkdtempSync(join(tmpdir(), 'ceex-redeploy-mail-'));
    const stops = [];
    try {
      return await redeploy({ ...databases, mail, options, stops });
    } finally {
      for (const stop of stops.toReversed()) await stop();
      rmSync(mail, { recursive: true, force: true });
    }
  });

async function redeploy({ admin, query, urlOf, mail, options, stops }) {
  const rate = Number(option(options, 'rate') ?? 50);
  const proxy = option(options, 'proxy') ?? (hasNginx() ? 'nginx' : 'health');
  for (const name of ['engine', 'bff']) await admin(`CREATE DATABASE ${name}`);
  const shared = { ENGINE_TOKEN_SECRET: random(), SHUTDOWN_DRAIN_MS: '1000', SHUTDOWN_TIMEOUT_MS: '30000' };
  const engineEnv = { ...shared, DATABASE_URL: urlOf('engine') };
  await runEngine('migrate', [], engineEnv);
  console.error('Founding the demo community …');
  const { lines } = await runEngine('demo', [], { ...engineEnv, CLEARING: 'off' });
  const { communityId, demoNodes } = JSON.parse(lines.at(-1));
  const demo = { communityId, nodeId: demoNodes.prosumer };
  const engines = await startEngines(engineEnv, stops);
  const bffs = await startBffs({ ...shared, DATABASE_URL: urlOf('bff'), MAIL_FOLDER: mail }, engines.port, demo, stops);
  const port = await freePort();
  const replicas = bffs.map(({ address }) => address);
  const start = proxy === 'nginx' ? startNginx : startHealthProxy;
  stops.push((await start({ port, replicas, readyPath: '/api/health/ready' })).stop);
  const url = `http://127.0.0.1:${port}`;
  const cookies = await signIn(url);

  const load = startLoad({ url, perSecond: rate, cookies, demo });
  const waitingAt = [await waiting(query)];
  const rows = [];
  for (const replica of [...engines.replicas, ...bffs.map(({ replica }) => replica)]) {
    const before = load.sent;
    const ms = await replica.replace();
    waitingAt.push(await waiting(query));
    console.error(`${replica.name} replaced in ${Math.round(ms)} ms; ${waitingAt.at(-1)} intervals wait`);
    rows.push({ measured: `${replica.name} replaced, requests meanwhile`, value: load.sent - before });
  }
  const { sent, answered, failed } = await load.stop();
  for (const text of failed.slice(0, 20)) console.error(`failed: ${text}`);
  console.error('Clearing the rest …');
  await runEngine('cli', ['clear-pending', '--community', String(communityId)], engineEnv);
  const [intervals] = await query('engine', INTERVALS);
  const times = answered.map(({ ms }) => ms).sort((a, b) => a - b);
  const wrong = Number(intervals.lost) + Number(intervals.double) + Number(intervals.unequal);
  return {
    ok: failed.length === 0 && wrong === 0 && answered.length === sent && waitingAt[1] > 0,
    rows: [
      { measured: 'reverse proxy', value: proxy },
      { measured: 'requests per second', value: rate },
      ...rows,
      { measured: 'requests', value: sent },
      { measured: 'failed requests', value: failed.length },
      { measured: 'p50 ms', value: Math.round(times[Math.floor(times.length / 2)]) },
      { measured: 'p99 ms', value: Math.round(times[Math.floor(times.length * 0.99)]) },
      {
        measured: 'intervals waiting at the first and the last replacement',
        value: `${waitingAt[0]}, ${waitingAt.at(-1)}`,
      },
      { measured: 'intervals cleared', value: Number(intervals.cleared) },
      { measured: 'lost intervals', value: Number(intervals.lost) },
      { measured: 'intervals cleared twice', value: Number(intervals.double) },
      { measured: 'intervals whose postings do not sum to zero', value: Number(intervals.unequal) },
    ],
  };
}

const INTERVALS = `
SELECT (SELECT count(DISTINCT starts_at) FROM clearing) AS cleared,
  (SELECT count(*) FROM (SELECT DISTINCT starts_at FROM reading EXCEPT SELECT starts_at FROM clearing) AS lost) AS lost,
  (SELECT count(*) FROM clearing WHERE version > 1) + (SELECT count(*) - count(DISTINCT (community_id, starts_at)) FROM clearing)
    AS double,
  (SELECT count(*) FROM (SELECT FROM posting GROUP BY starts_at, abs(kind)
    HAVING sum(energy_wh) <> 0 OR sum(amount_nano) <> 0) AS unequal) AS unequal`;

async function waiting(query) {
  const [{ count }] = await query('engine', 'SELECT count(*) FROM pending_interval');
  return Number(count);
}

async function startEngines(env, stops) {
  const port = await freePort();
  const replicas = [];
  for (const [index, host] of ENGINE_ADDRESSES.entries()) {
    const replica = await startReplica({
      app: 'engine',
      name: `engine ${index + 1}`,
      readyUrl: `http://${host}:${port}/health/ready`,
      env: { ...env, HOST: host, ENGINE_PORT: String(port), CLEARING: 'on', SIMULATED_METERS: 'off' },
    });
    stops.push(replica.stop);
    replicas.push(replica);
  }
  return { port, replicas };
}

async function startBffs(settings, enginePort, { nodeId, communityId }, stops) {
  const env = {
    ...settings,
    ENGINE_URL: `http://${SERVICE}:${enginePort}`,
    SERVICE_NAME: SERVICE,
    SERVICE_ADDRESSES: ENGINE_ADDRESSES.join(),
    SESSION_SECRET: random(),
    SECOND_FACTOR_KEY: random(),
    MAIL_TRANSPORT: 'folder',
    TRUST_PROXY: '1',
    ARGON2_MEMORY_KIB: '8192',
    ARGON2_TIME: '1',
    SIGN_IN_LIMIT_ADDRESS: '10000',
    CALLS_PER_MINUTE_FACTOR: '1000',
  };
  await runBff('migrate', env);
  const users = Array.from({ length: PEOPLE }, (_, index) => ({
    ...{ email: emailOf(index), password, language: 'en', operates: [] },
    nodes: [{ nodeId, communityId }],
  }));
  await runBff('provision', env, JSON.stringify({ users }));
  const bffs = [];
  for (const name of ['bff 1', 'bff 2']) {
    const port = await freePort();
    const address = `127.0.0.1:${port}`;
    const readyUrl = `http://${address}/api/health/ready`;
    const flags = ['--import', names];
    const replica = await startReplica({ app: 'bff', name, readyUrl, flags, env: { ...env, PORT: String(port) } });
    stops.push(replica.stop);
    bffs.push({ address, replica });
  }
  return bffs;
}

async function runBff(entry, env, input = '') {
  const child = spawn(process.execPath, [paths.entry('bff', entry)], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(input);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`bff ${entry} failed (${code})`);
}

async function signIn(url) {
  const cookies = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const answer = await fetch(`${url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: emailOf(index), password }),
    });
    if (!answer.ok) throw new Error(`${emailOf(index)} cannot sign in: ${answer.status} ${await answer.text()}`);
    const session = answer.headers.getSetCookie().find((line) => /^[\w-]*ceex_session=/.test(line));
    cookies.push(session.split(';')[0]);
  }
  return cookies;
}
