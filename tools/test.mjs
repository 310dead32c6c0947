// `npm test`: formatting, lint, types, unit and integration tests (against a PostgreSQL of their own), the rehearsal of
// backup and restore where a PostgreSQL with pg_dump can be found, and the browser flows where a Chromium can be found.
// `npm test -- lint test` runs only these. CEEX_REQUIRE_BROWSER=1: no browser, no pass. CEEX_REQUIRE_POSTGRES=1: likewise.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { root } from './launcher/paths.mjs';
import { findPostgresTools } from './rehearsal/postgres-tools.mjs';

const STEPS = ['format', 'lint', 'typecheck', 'test', 'rehearsal', 'e2e'];
const wanted = process.argv.length > 2 ? process.argv.slice(2) : STEPS;
const unknown = wanted.filter((step) => !STEPS.includes(step));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are ${STEPS.join(', ')}.`);
  process.exit(2);
}
const counts = { passed: 0, failed: 0 };
const failures = [];

/** Adds what a test runner says of itself: Jest's `Tests: 1 failed, 40 passed, 41 total`, Playwright's `12 passed (30s)`. */
function count(line) {
  const text = line.replace(/\u001b\[[0-9;]*m/g, '').replace(/^[\w-]+: /, ''); // Nx puts the project's name before it
  if (!/^\s*(Tests:|\d+ (passed|failed)\b)/.test(text)) return;
  for (const [, number, kind] of text.matchAll(/(\d+) (passed|failed)/g)) counts[kind] += Number(number);
}

async function run(title, command, args, env = {}) {
  const started = Date.now();
  console.log(`\n── ${title}`);
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let rest = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      process.stdout.write(data);
      const lines = (rest + data).split('\n');
      rest = lines.pop();
      lines.forEach(count);
    });
  }
  const code = await new Promise((done) => child.once('close', (value) => done(value ?? 1)));
  count(rest);
  if (code !== 0) failures.push(title);
  console.log(`── ${title}: ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`);
}

const node = process.execPath;
const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
const runMany = (target) => [nx, 'run-many', '-t', target, '--output-style=stream'];

async function integration() {
  const base = mkdtempSync(join(tmpdir(), 'ceex-test-'));
  const postgres = await startPostgres({ dataDir: join(base, 'postgres'), ephemeral: true });
  try {
    await run('unit and integration tests', node, runMany('test'), { TEST_DATABASE_URL: postgres.url });
  } finally {
    await postgres.stop();
    rmSync(base, { recursive: true, force: true });
  }
}

async function rehearsal() {
  const installed = findPostgresTools();
  if (installed) return run('backup and restore', node, runMany('rehearsal'), { REHEARSAL_POSTGRES: installed });
  console.log('\n── backup and restore: NOT RUN, no PostgreSQL with pg_dump was found (POSTGRES_HOME names one).');
  if (process.env.CEEX_REQUIRE_POSTGRES === '1') failures.push('backup and restore (no pg_dump found)');
}

async function browserFlows() {
  const browser = findBrowser();
  if (browser) return run('browser flows', node, runMany('e2e'), { CHROME_PATH: browser });
  console.log('\n── browser flows: NOT RUN, no Chromium or Chrome was found (CHROME_PATH names one).');
  if (process.env.CEEX_REQUIRE_BROWSER === '1') failures.push('browser flows (no browser found)');
}

const steps = {
  format: () =>
    run('formatting', node, [join(root, 'node_modules/prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
  lint: () => run('lint and walls', node, runMany('lint')),
  typecheck: () => run('types', node, runMany('typecheck')),
  test: integration,
  rehearsal,
  e2e: browserFlows,
};
for (const step of STEPS.filter((name) => wanted.includes(name))) await steps[step]();

if (failures.length > 0 && counts.failed === 0) counts.failed = failures.length;
console.log(failures.length > 0 ? `\nFailed: ${failures.join(', ')}.` : '\nEverything passed.');
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(failures.length > 0 ? 1 : 0);
