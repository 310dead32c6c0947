// `npm run bench`: what there is to measure; `npm run bench -- NAME [--json]`: measures it.
import { build } from './launcher/build.mjs';

const BENCHES = {
  engine: 'a year of the demo community: simulate, import, clear, verify, store; then a year of metrics (p50, p95)',
  kill: 'kill -9 of the engine, 20 times at random moments of a year’s clearing; the result must equal an undisturbed run',
};

const [name, ...options] = process.argv.slice(2);
if (!(name in BENCHES)) {
  if (name) console.error(`There is no benchmark "${name}".`);
  for (const [one, what] of Object.entries(BENCHES)) console.log(`npm run bench -- ${one.padEnd(8)} ${what}`);
  process.exit(name ? 2 : 0);
}
console.error('Building …');
await build(['engine']);
const { measure } = await import(`./bench/${name}.mjs`);
const result = await measure(options);
if (options.includes('--json')) console.log(JSON.stringify(result.rows));
else console.table(result.rows);
process.exit(result.ok === false ? 1 : 0);
