// `npm run bench`: what there is to measure; `npm run bench -- NAME [--json]`: measures it.
import { build } from './launcher/build.mjs';

const BENCHES = {
  market: 'the market’s hot path beside a sort of the same prices (--case, --runs, --one-process, --heap, --profile)',
  proof: 'random markets against an LP solver, and every mutation of a clearing against verify',
  replay: 'what-if: a year and 30 days of 40 nodes cleared again with one node changed',
  engine: 'a year of the demo community: simulate, import, clear, verify, store; then a year of metrics (p50, p95)',
  year: 'the dashboard with a year in a browser: from its data to interactive (--home DIR)',
  handle: 'the price ruler in a browser: from a moved handle to the sentence of 30 days (--home DIR, --role)',
  lighthouse:
    'the production build behind the BFF, mobile preset: sign-in, trading, dashboard (--runs, --only PATH, --home DIR, --report DIR)',
  forward:
    'the BFF with all its checks beside a bare proxy and the engine called directly: CPU time and latency (--runs, --seconds, --profile DIR)',
  enumeration:
    'whether the time of an answer tells that an address has an account: sign-in, reset, registration (--pairs)',
  redeploy:
    'two replicas of BFF and engine replaced in turn behind a reverse proxy, under load: no failed request, no lost interval (--rate, --proxy)',
  kill: 'kill -9 of the engine, 20 times at random moments of a year’s clearing; the result must equal an undisturbed run',
};

/** What is measured on programs as they are built; the others bundle the library by themselves. */
const NEEDS = {
  replay: ['engine'],
  engine: ['engine'],
  kill: ['engine'],
  forward: ['bff'],
  enumeration: ['bff'],
  redeploy: ['bff', 'engine'],
};

const [name, ...options] = process.argv.slice(2);
if (!(name in BENCHES)) {
  if (name) console.error(`There is no benchmark "${name}".`);
  for (const [one, what] of Object.entries(BENCHES)) console.log(`npm run bench -- ${one.padEnd(10)} ${what}`);
  process.exit(name ? 2 : 0);
}
if (name in NEEDS) {
  console.error('Building …');
  await build(NEEDS[name]);
}
const { measure } = await import(`./bench/${name}.mjs`);
const result = await measure(options);
if (options.includes('--json')) console.log(JSON.stringify(result.rows));
else console.table(result.table ?? result.rows);
process.exit(result.ok === false ? 1 : 0);
