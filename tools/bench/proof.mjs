// Random markets against an LP solver (HiGHS), and every mutation of some of their clearings against verification.
// `npm run bench -- proof [--cases 100000] [--seed 1]`: the same seed gives the same markets.
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../launcher/paths.mjs';

/** Cases a child takes at a time: some seconds of work. */
const BATCH = 1000;

const COUNTS = ['cases', 'trading', 'congested', 'differences', 'refused', 'mutations', 'caught'];

export async function measure(args) {
  const { cases, seed } = readOptions(args);
  const started = performance.now();
  mkdirSync(join(root, 'dist'), { recursive: true });
  const outdir = mkdtempSync(join(root, 'dist/bench-proof-')); // below the packages, so that they are found
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const bundle = await bundleProof(outdir);
  const batches = Array.from({ length: Math.ceil(cases / BATCH) }, (_, at) => ({
    bundle,
    seed: seed + at,
    cases: Math.min(BATCH, cases - at * BATCH),
  }));
  console.error(`seed ${seed}, ${cases} cases`);
  const total = { ...Object.fromEntries(COUNTS.map((name) => [name, 0])), findings: [] };
  const children = Math.min(availableParallelism(), batches.length);
  await Promise.all(Array.from({ length: children }, () => takeBatches(batches, total, cases)));
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  for (const { what, market } of total.findings) console.error(`\n${what}\n${JSON.stringify(market)}`);
  const { findings, ...counts } = total;
  const ok = findings.length === 0 && counts.cases === cases && counts.caught === counts.mutations;
  return { ok, rows: [{ seed, ...counts, seconds }] };
}

function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string' }, json: { type: 'boolean' } },
  });
  const cases = Number(values.cases);
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 30));
  if (!(Number.isInteger(cases) && cases > 0)) throw new RangeError(`--cases: a whole number, not ${values.cases}`);
  if (!Number.isInteger(seed)) throw new RangeError(`--seed: a whole number, not ${values.seed}`);
  return { cases, seed };
}

async function bundleProof(outdir) {
  const outfile = join(outdir, 'prove.mjs');
  await build({
    entryPoints: [join(root, 'libs/market/src/testing/proof/prove.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.base.json'),
    logLevel: 'warning',
  });
  return outfile;
}

/** One child, batch after batch until none is left. */
async function takeBatches(batches, total, cases) {
  const child = fork(join(import.meta.dirname, 'proof-child.mjs'));
  try {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const proof = await answerOf(child, batch);
      for (const name of COUNTS) total[name] += proof[name];
      total.findings.push(...proof.findings);
      if (process.stderr.isTTY || total.cases % 10_000 === 0) console.error(`${total.cases} of ${cases}`);
    }
  } finally {
    child.kill();
  }
}

function answerOf(child, batch) {
  return new Promise((done, fail) => {
    const ended = (code) => fail(new Error(`a child ended with ${code} at seed ${batch.seed}`));
    child.once('exit', ended);
    child.once('message', (answer) => {
      child.off('exit', ended);
      if (answer.error) fail(new Error(`seed ${batch.seed}: ${answer.error}`));
      else done(answer);
    });
    child.send(batch);
  });
}
