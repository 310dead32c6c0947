// Lighthouse with its mobile preset on the production build, as the BFF serves it, with the demo community behind it.
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../browser.mjs';
import { option, withDemo } from '../demo-instance.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const PAGES = [
  { path: '/sign-in', least: { performance: 95, accessibility: 100, 'best-practices': 100 } },
  { path: '/trading', role: 'prosumer', least: { performance: 90 } },
  { path: '/dashboard', role: 'prosumer', least: { performance: 90 } },
  { path: '/community', role: 'prosumer', least: { performance: 90 } },
];
/** Scripts that the first page needs, compressed. */
const MOST_SCRIPT_KB = 170;
const DEBUGGING_PORT = 9333;

/**
 * Median scores of `--runs N` runs a page (3), on the CEEX of `--home DIR` or one started for it. `--only PATH` measures
 * one page, `--report DIR` keeps the last run's report of each.
 */
export const measure = (options) =>
  withDemo(options, async ({ url, cookiesOf }) => {
    const runs = Number(option(options, 'runs') ?? 3);
    const only = option(options, 'only');
    const rows = [];
    for (const page of PAGES.filter(({ path }) => only === undefined || path === only)) {
      const results = [];
      for (let run = 0; run < runs; run += 1) {
        const cookies = page.role ? await cookiesOf(page.role) : [];
        results.push(await inBrowser(url, cookies, () => audit(url + page.path)));
      }
      const report = option(options, 'report');
      if (report) writeFileSync(join(report, `${page.path.slice(1)}.json`), JSON.stringify(results.at(-1)));
      rows.push(rowOf(page, results));
    }
    return { rows, ok: rows.every(({ met }) => met === 'yes') };
  });

function rowOf({ path, least }, results) {
  const scores = Object.fromEntries(
    CATEGORIES.map((name) => [name, median(results.map((lhr) => Math.round(lhr.categories[name].score * 100)))]),
  );
  const scriptKb = median(results.map(scriptKbOf));
  const metric = (name) => Math.round(median(results.map((lhr) => lhr.audits[name].numericValue)));
  const wanted = Object.entries(least).every(([name, score]) => scores[name] >= score);
  const small = path !== '/sign-in' || scriptKb <= MOST_SCRIPT_KB;
  return {
    page: path,
    ...scores,
    'LCP (ms)': metric('largest-contentful-paint'),
    'TBT (ms)': metric('total-blocking-time'),
    CLS: Number(median(results.map((lhr) => lhr.audits['cumulative-layout-shift'].numericValue)).toFixed(3)),
    'scripts (kB)': scriptKb,
    met: wanted && small ? 'yes' : 'no',
    failed: results.at(-1) ? failedAudits(results.at(-1)) : '',
  };
}

function scriptKbOf({ audits }) {
  const { items } = audits['network-requests'].details;
  const bytes = items
    .filter(({ resourceType }) => resourceType === 'Script')
    .reduce((sum, { transferSize }) => sum + transferSize, 0);
  return Math.round(bytes / 1_000);
}

/** What cost points in the categories that are to be perfect. */
function failedAudits(lhr) {
  return ['accessibility', 'best-practices']
    .flatMap((name) => lhr.categories[name].auditRefs)
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
    .map(({ id }) => id)
    .join(' ');
}

async function audit(address) {
  const result = await lighthouse(address, {
    port: DEBUGGING_PORT,
    onlyCategories: CATEGORIES,
    logLevel: 'error',
    disableStorageReset: true,
  });
  if (result.lhr.runtimeError) throw new Error(`${address}: ${result.lhr.runtimeError.message}`);
  if (!result.lhr.finalDisplayedUrl.startsWith(address)) throw new Error(`${address} led to another page`);
  return result.lhr;
}

/** A browser with a profile of its own, so that every run starts with an empty cache. */
async function inBrowser(url, cookies, use) {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no Chromium or Chrome; CHROME_PATH names one.');
  const profile = mkdtempSync(join(tmpdir(), 'ceex-lighthouse-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...sandbox, `--remote-debugging-port=${DEBUGGING_PORT}`, '--disable-gpu', '--no-first-run'],
  });
  try {
    await context.addCookies(cookies);
    // Nothing of the app is loaded before it is measured; but the tour of the very first visit is over.
    const page = await context.newPage();
    await page.goto(`${url}/robots.txt`);
    await page.evaluate(() => localStorage.setItem('ceex.tour', 'done'));
    await page.close();
    return await use();
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
