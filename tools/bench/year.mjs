// The dashboard with a whole year, in a real browser: how soon it can be used after its data arrived.
import { atBothWidths } from './in-browser.mjs';

const VISITS = 5;
const MOST_MS = 1_000;
/** Nothing long for this time: then the page answers at once. */
const QUIET_MS = 500;

/** On the CEEX of `--home DIR`, or one started for it. */
export const measure = (options) => atBothWidths(options, 'prosumer', inPage);

async function inPage(page, name, url) {
  await page.addInitScript(watchTasks);
  const visits = [];
  for (let visit = 0; visit <= VISITS; visit += 1) {
    await page.goto(`${url}/dashboard?range=last-year`);
    await page.locator('ceex-tile').first().waitFor();
    // On a phone the charts come with scrolling.
    if (name === 'desktop') await page.locator('canvas').first().waitFor();
    const figures = await page.evaluate(interactiveAfterData, { quietMs: QUIET_MS, data: 'metrics' });
    const heat = page.locator('ceex-heat-panel');
    // It is made when it comes into view.
    while (!(await heat.locator('canvas').first().isVisible())) await page.mouse.wheel(0, 300);
    const map = await page.evaluate(interactiveAfterData, { quietMs: QUIET_MS, data: 'heat-map' });
    // The first visit also compiles what the browser has not met yet.
    if (visit > 0) visits.push({ figures, map });
  }
  const median = (of) => Math.round(visits.map(of).sort((a, b) => a - b)[Math.floor(VISITS / 2)]);
  return ['figures', 'map'].flatMap((part) => {
    const what = part === 'map' ? 'heat map' : 'first screen';
    const ms = median((visit) => visit[part].interactiveMs);
    return [
      { measured: `${name}, ${what}: from data to interactive`, value: ms, unit: 'ms', met: met(ms) },
      { measured: `${name}, ${what}: longest task`, value: median((visit) => visit[part].longestMs), unit: 'ms' },
    ];
  });
}

const met = (ms) => (ms <= MOST_MS ? 'yes' : 'no');

/** Runs before anything of the page: notes its long tasks (50 ms and more). */
function watchTasks() {
  window.longTasks = [];
  const observer = new PerformanceObserver((list) => window.longTasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask', buffered: true });
}

/** Runs in the page: waits until it is quiet, and looks back to when the year's figures were there. */
async function interactiveAfterData({ quietMs, data: kind }) {
  const lastEnd = () => Math.max(0, ...window.longTasks.map(({ startTime, duration }) => startTime + duration));
  const data = () =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes(`/${kind}?`))
      .map(({ responseEnd }) => responseEnd);
  while (data().length === 0 || performance.now() - Math.max(lastEnd(), ...data()) < quietMs)
    await new Promise((done) => requestAnimationFrame(done));
  const arrived = Math.max(...data());
  const after = window.longTasks.filter(({ startTime, duration }) => startTime + duration > arrived);
  return {
    interactiveMs: Math.max(0, lastEnd() - arrived),
    longestMs: Math.max(0, ...after.map(({ duration }) => duration)),
  };
}
