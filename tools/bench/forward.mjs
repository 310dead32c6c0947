// What the BFF's checks cost: the same small answer from the engine's stand-in directly, through a bare proxy without any
// check, and through the BFF with all of them. Figures compare within one run; the machine's own speed falls out.
import { join } from 'node:path';
import { option } from '../demo-instance.mjs';
import { withDatabases } from './engine-at-work.mjs';
import { startBff } from './forward/bff.mjs';
import { startChild } from './forward/child.mjs';
import { load } from './forward/load.mjs';

const MOST_CPU_RATIO = 1.5;
const MOST_ADDED_P99_MS = 5;
const PATH = '/node/7/now';
const here = (name) => join(import.meta.dirname, 'forward', name);

/**
 * `--runs N` rounds (5) of `--seconds N` (4) each at full speed and at half of the BFF's highest throughput, the three in
 * turn; medians. `--profile DIR` writes a CPU profile of the BFF.
 */
export const measure = (options) =>
  withDatabases(async ({ admin, urlOf }) => {
    const profile = option(options, 'profile');
    const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
    await admin('CREATE DATABASE bff');
    const engine = startChild(here('engine-stand-in.mjs'));
    const engineUrl = `http://127.0.0.1:${await engine.port()}`;
    const bare = startChild(here('bare-proxy.mjs'), { args: [engineUrl] });
    const bareUrl = `http://127.0.0.1:${await bare.port()}`;
    const bff = await startBff({ databaseUrl: urlOf('bff'), engineUrl, flags });
    const ways = [
      { way: 'direct', program: engine, url: engineUrl + PATH },
      { way: 'bare proxy', program: bare, url: `${bareUrl}/api/engine${PATH}` },
      { way: 'BFF', program: bff, url: `${bff.url}/api/engine${PATH}`, cookies: bff.cookies },
    ];
    try {
      return report(await rounds(ways, Number(option(options, 'runs') ?? 5), Number(option(options, 'seconds') ?? 4)));
    } finally {
      for (const { program } of ways) await program.stop();
    }
  });

async function rounds(ways, runs, seconds) {
  for (const way of ways) await load(way.url, { seconds: 2, cookies: way.cookies });
  const measured = ways.map(({ way }) => ({ way, full: [], half: [] }));
  const each = async (kind, rate) => {
    for (const [index, way] of ways.entries()) measured[index][kind].push(await once(way, { seconds, rate }));
  };
  for (let run = 0; run < runs; run += 1) await each('full');
  const rate = Math.round(median(measured.at(-1).full.map(({ perSecond }) => perSecond)) / 2);
  for (let run = 0; run < runs; run += 1) await each('half', rate);
  return { measured, rate };
}

async function once({ url, cookies, program }, { seconds, rate }) {
  const before = await program.cpuMicros();
  const result = await load(url, { seconds, rate, cookies });
  return { ...result, cpuMicros: ((await program.cpuMicros()) - before) / result.requests };
}

function report({ measured, rate }) {
  const rows = measured.map(({ way, full, half }) => {
    const of = (runs, key) => median(runs.map((run) => run[key]));
    return {
      way,
      'requests/s': Math.round(of(full, 'perSecond')),
      'CPU µs': round(of(full, 'cpuMicros')),
      [`CPU µs at ${rate}/s`]: round(of(half, 'cpuMicros')),
      'p50 ms': round(of(half, 'p50')),
      'p99 ms': round(of(half, 'p99')),
    };
  });
  const [direct, bare, bff] = measured;
  for (const [index, one] of [direct, bare, bff].entries()) {
    Object.assign(rows[index], {
      'CPU / bare': round(ratio(one, bare, 'full')),
      'CPU / bare at half': round(ratio(one, bare, 'half')),
      'added p99 ms': round(added(one, direct)),
    });
  }
  const ok = ratio(bff, bare, 'full') <= MOST_CPU_RATIO && added(bff, direct) <= MOST_ADDED_P99_MS;
  return { rows, ok };
}

/** Median of the rounds' ratios: what disturbs the machine for a while disturbs both of a round. */
const ratio = (one, other, kind) => median(one[kind].map((run, index) => run.cpuMicros / other[kind][index].cpuMicros));
const added = (one, direct) => median(one.half.map((run, index) => run.p99 - direct.half[index].p99));
const round = (value) => Math.round(value * 100) / 100;

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
