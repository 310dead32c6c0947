// What-if over HTTP: a year and 30 days of the demo community cleared again with one household's limits moved.
import { runEngine, startEngine, token, withDatabases } from './engine-at-work.mjs';

const STARTS = 5;
const REQUESTS = 60;
const WARM_UP = 10;
const RANGES = [
  ['a year', 364],
  ['30 days', 29],
];
/** µCHF/kWh: the handle moves from one end of the price ruler toward the other. */
const FIRST_LIMIT = 70_000;
const STEP = 1_000;

export const measure = () =>
  withDatabases(async ({ admin, query, urlOf }) => {
    await admin('CREATE DATABASE bench');
    const url = urlOf('bench');
    await runEngine('migrate', [], { DATABASE_URL: url });
    const { lines } = await runEngine('demo', [], { DATABASE_URL: url });
    const { communityId, demoNodes } = JSON.parse(lines.at(-1));
    // What PostgreSQL does by itself within minutes of a large import; the requests are not to compete with it.
    await query('bench', 'VACUUM ANALYZE');
    return { rows: await measureReplay(url, communityId, demoNodes.prosumer) };
  });

/** Times over a database that holds a cleared year. */
export async function measureReplay(url, communityId, nodeId) {
  const claims = { nodes: [nodeId], memberOf: [communityId] };
  const rows = [];
  for (const [title, days] of RANGES) {
    const ask = (engine, at) => timeOf(engine, nodeId, days, FIRST_LIMIT + at * STEP, claims);
    rows.push(...percentiles(`${title}, first request of a fresh engine`, await firstRequests(url, ask)));
    const fromDatabase = await laterRequests(url, ask, { REPLAY_MEMORY_BYTES: '0' });
    rows.push(...percentiles(`${title}, from the database`, fromDatabase));
    rows.push(...percentiles(`${title}, from memory`, await laterRequests(url, ask)));
  }
  return rows;
}

async function firstRequests(url, ask) {
  const times = [];
  for (let start = 0; start < STARTS; start += 1) {
    await withEngine(url, {}, async (engine) => times.push(await ask(engine, start)));
  }
  return times;
}

async function laterRequests(url, ask, env = {}) {
  const times = [];
  await withEngine(url, env, async (engine) => {
    for (let i = -WARM_UP; i < REQUESTS; i += 1) {
      const ms = await ask(engine, i + WARM_UP);
      if (i >= 0) times.push(ms);
    }
  });
  return times;
}

async function withEngine(url, env, work) {
  const engine = await startEngine(url, { CLEARING: 'off', ...env });
  try {
    await engine.isReady();
    await work(engine);
  } finally {
    await engine.kill('SIGTERM');
  }
}

async function timeOf(engine, nodeId, days, lowestSellMicroPerKwh, claims) {
  const query = new URLSearchParams({
    startDate: day(days),
    endDate: day(0),
    kind: 'never-lose',
    lowestSellMicroPerKwh,
  });
  const headers = { authorization: `Bearer ${token(claims)}` };
  const started = performance.now();
  const answer = await fetch(`${engine.base}/node/${nodeId}/replay?${query}`, { headers });
  const { intervals } = await answer.json();
  const ms = performance.now() - started;
  // The last day is not over yet, and a day of the clock change has an hour less or more.
  if (!answer.ok || intervals < days * 96 - 4) throw new Error(`replay: ${answer.status}, ${intervals} intervals`);
  return ms;
}

function percentiles(title, times) {
  const sorted = [...times].sort((a, b) => a - b);
  return [0.5, 0.95].map((share) => ({
    measured: `${title}: p${share * 100}`,
    value: Number(sorted[Math.floor(share * sorted.length)].toFixed(1)),
    unit: 'ms',
  }));
}

const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
