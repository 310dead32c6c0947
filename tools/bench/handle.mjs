// The price ruler in a real browser: how soon the sentence of the replay (30 days of the demo community) follows a handle.
import { option } from '../demo-instance.mjs';
import { atBothWidths } from './in-browser.mjs';

const MOVES = 40;
const WARM_UP = 5;
const DRAG_STEPS = 90;
const MOST_MS = 300;

/** On the CEEX of `--home DIR`, or one started for it. */
export const measure = (options) => atBothWidths(options, option(options, 'role') ?? 'prosumer', inPage);

async function inPage(page, name, url) {
  await page.goto(`${url}/trading`);
  const figures = page.locator('ceex-replay-panel .figures');
  await figures.waitFor();
  const handle = page.locator('[role=slider]').first();
  await handle.scrollIntoViewIfNeeded();
  await page.evaluate(watchSentence);
  const times = [];
  for (let move = -WARM_UP; move < MOVES; move += 1) {
    await handle.press(move % 20 < 10 ? 'ArrowRight' : 'ArrowLeft');
    const ms = await page.evaluate(() => window.followed());
    if (move >= 0) times.push(ms);
  }
  const sorted = times.sort((a, b) => a - b);
  const p = (share) => Number(sorted[Math.floor(share * sorted.length)].toFixed(0));
  return [
    { measured: `${name}: key to sentence, p50`, value: p(0.5), unit: 'ms' },
    { measured: `${name}: key to sentence, p95`, value: p(0.95), unit: 'ms', met: p(0.95) <= MOST_MS ? 'yes' : 'no' },
    ...(await drag(page, name, handle)),
  ];
}

/** Drags the handle for a while without rest. */
async function drag(page, name, handle) {
  const { x, y, width, height } = await handle.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.evaluate(() => window.beginDrag());
  for (let step = 1; step <= DRAG_STEPS; step += 1) await page.mouse.move(x + width / 2 + step, y + height / 2);
  const { answers, seconds, longestFrameMs } = await page.evaluate(() => window.endDrag());
  await page.mouse.up();
  return [
    {
      measured: `${name}: sentences a second while dragging`,
      value: Number((answers / seconds).toFixed(1)),
      unit: '1/s',
    },
    { measured: `${name}: longest frame while dragging`, value: Math.round(longestFrameMs), unit: 'ms' },
  ];
}

/** Runs in the page: from the key until the figures that belong to it are on the screen. */
function watchSentence() {
  const panel = document.querySelector('ceex-replay-panel .figures');
  const upToDate = () => panel.getAttribute('aria-busy') === 'false';
  let pressedAt = 0;
  let answeredAt = 0;
  let answers = 0;
  addEventListener('keydown', () => ([pressedAt, answeredAt] = [performance.now(), 0]), true);
  new MutationObserver((records) => {
    if (upToDate() && pressedAt > 0 && answeredAt === 0) requestAnimationFrame(() => (answeredAt = performance.now()));
    if (records.some(({ type }) => type !== 'attributes')) answers += 1;
  }).observe(panel, {
    attributes: true,
    attributeFilter: ['aria-busy'],
    subtree: true,
    childList: true,
    characterData: true,
  });
  window.followed = async () => {
    while (answeredAt === 0) await new Promise((done) => requestAnimationFrame(done));
    return answeredAt - pressedAt;
  };
  let [began, last, longest, dragging] = [0, 0, 0, false];
  const frame = (now) => {
    if (!dragging) return;
    [longest, last] = [Math.max(longest, now - last), now];
    requestAnimationFrame(frame);
  };
  window.beginDrag = () => {
    [began, last, longest, dragging, answers] = [performance.now(), performance.now(), 0, true, 0];
    requestAnimationFrame(frame);
  };
  window.endDrag = () => {
    dragging = false;
    return { answers, seconds: (performance.now() - began) / 1_000, longestFrameMs: longest };
  };
}
