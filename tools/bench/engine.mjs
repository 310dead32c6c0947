// A year of the demo community from nothing to metrics.
import { runEngine, startEngine, token, withDatabases } from './engine-at-work.mjs';

const REQUESTS = 200;
const WARM_UP = 50;

export const measure = () =>
  withDatabases(async ({ admin, query, urlOf }) => {
    await admin('CREATE DATABASE bench');
    const url = urlOf('bench');
    await runEngine('migrate', [], { DATABASE_URL: url });
    const begun = {};
    const founded = await runEngine('demo', [], { DATABASE_URL: url }, (line) => {
      const { step } = JSON.parse(line);
      if (step) begun[step] ??= performance.now();
    });
    const ended = performance.now();
    const { communityId, demoNodes } = JSON.parse(founded.lines.at(-1));
    const [{ size }] = await admin(`SELECT pg_database_size('bench') AS size`);
    const steps = Object.entries(begun).map(([step, at], index, all) => ({
      measured: `demo: ${step}`,
      value: Math.round((all[index + 1]?.[1] ?? ended) - at),
      unit: 'ms',
    }));
    // What PostgreSQL does by itself within minutes of a large import; the requests are not to compete with it.
    await query('bench', 'VACUUM ANALYZE');
    return {
      rows: [
        ...steps,
        { measured: 'demo: all in all', value: Math.round(founded.ms), unit: 'ms' },
        { measured: 'peak memory of the engine', value: Math.round(founded.peakMb), unit: 'MB' },
        { measured: 'size of the database', value: Math.round(Number(size) / 1e6), unit: 'MB' },
        ...(await metrics(url, communityId, demoNodes.prosumer)),
      ],
    };
  });

const CASES = [
  ['a year by month', 364, 'month'],
  ['a year by day', 364, 'day'],
  ['31 days by interval', 30, 'interval'],
  ['7 days by hour', 6, 'hour'],
];

async function metrics(url, communityId, nodeId) {
  const engine = await startEngine(url);
  try {
    await engine.isReady();
    const rows = [];
    for (const [title, days, resolution] of CASES) {
      const query = new URLSearchParams({ startDate: day(days), endDate: day(0), resolution });
      const times = await timesOf(`${engine.base}/node/${nodeId}/metrics?${query}`, {
        nodes: [nodeId],
        memberOf: [communityId],
      });
      for (const share of [0.5, 0.95]) {
        const value = Number(times[Math.floor(share * REQUESTS)].toFixed(1));
        rows.push({ measured: `metrics, ${title}: p${share * 100}`, value, unit: 'ms' });
      }
    }
    return rows;
  } finally {
    await engine.kill('SIGTERM');
  }
}

const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** Times of the requests one after the other once the engine is warm, in ms, ascending. */
async function timesOf(address, claims) {
  const times = [];
  for (let i = -WARM_UP; i < REQUESTS; i += 1) {
    const headers = { authorization: `Bearer ${token(claims)}` };
    const started = performance.now();
    const answer = await fetch(address, { headers });
    await answer.text();
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    if (i >= 0) times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}
