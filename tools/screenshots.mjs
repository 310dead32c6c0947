// `npm run screenshots [-- --home DIR] [--only NAME]`: every screen and state, light and dark, phone and desktop, in two
// languages, into screenshots/ (ignored by git), with an index.html to look through. `--home` names a running CEEX.
import { chromium } from '@playwright/test';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { option, withDemo } from './demo-instance.mjs';
import { root } from './launcher/paths.mjs';
import { STATES } from './screens/states.mjs';

const folder = join(root, 'screenshots');
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };
const SCHEMES = ['light', 'dark'];
const LANGUAGES = ['de', 'fr'];

const options = process.argv.slice(2);
const executablePath = findBrowser();
if (!executablePath) {
  console.error('There is no Chromium or Chrome; CHROME_PATH names one.');
  process.exit(1);
}
const only = option(options, 'only');
const states = STATES.filter(({ name }) => only === undefined || name.includes(only));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

await withDemo(options, async ({ url, cookiesOf }) => {
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const cookies = new Map();
  for (const { role } of states) if (role && !cookies.has(role)) cookies.set(role, await cookiesOf(role));
  try {
    for (const [size, viewport] of Object.entries(SIZES))
      for (const colorScheme of SCHEMES)
        for (const language of LANGUAGES)
          for (const state of states) {
            const file = `${state.name}-${size}-${colorScheme}-${language}.png`;
            await take(browser, { url, viewport, colorScheme, language, state, cookies, file });
            console.log(file);
          }
  } finally {
    await browser.close();
  }
});
writeFileSync(join(folder, 'index.html'), index());
console.log(`Look at ${join(folder, 'index.html')}`);

async function take(browser, { url, viewport, colorScheme, language, state, cookies, file }) {
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    colorScheme,
    contrast: state.contrast ?? 'no-preference',
    reducedMotion: 'reduce',
    locale: `${language}-CH`,
    timezoneId: 'Europe/Zurich',
    serviceWorkers: 'block',
  });
  await context.addCookies(cookies.get(state.role) ?? []);
  await context.addInitScript(
    ({ tour, language }) => {
      localStorage.setItem('ceex.language', language);
      if (tour) localStorage.setItem('ceex.tour', 'done');
    },
    { tour: !state.tour, language },
  );
  const page = await context.newPage();
  // The language of the user account is not to win over the one of the picture.
  await page.route('**/api/auth/me', async (route) => {
    const answer = await route.fetch();
    if (!answer.ok()) return route.fulfill({ response: answer });
    await route.fulfill({ response: answer, json: { ...(await answer.json()), language } });
  });
  await state.before?.(page);
  await page.goto(state.path);
  await state.after?.(page, context);
  if (!state.loading) await settled(page, viewport, state.viewportOnly);
  await page.screenshot({ path: join(folder, file), fullPage: !state.viewportOnly && !state.loading });
  await context.close();
}

/**
 * The whole page in view, as if the window were that high, so that charts are drawn that wait to be seen and what sticks
 * to the window's edges covers nothing; then type loaded and skeletons gone.
 */
async function settled(page, { width }, viewportOnly) {
  for (let round = 0; round < 2; round += 1) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (!viewportOnly) await page.setViewportSize({ width, height });
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page
      .waitForFunction(() => document.querySelector('ceex-skeleton') === null, undefined, { timeout: 20_000 })
      .catch(() => undefined);
  }
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (!viewportOnly) await page.setViewportSize({ width, height });
}

function index() {
  const pictures = (name) =>
    Object.keys(SIZES)
      .flatMap((size) => SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => `${size}-${scheme}-${language}`)))
      .map(
        (kind) =>
          `<a href="${name}-${kind}.png"><img loading="lazy" src="${name}-${kind}.png" alt="${name}, ${kind}" /></a>`,
      )
      .join('\n');
  return `<!doctype html>
<meta charset="utf-8" />
<title>CEEX, screen by screen</title>
<style>
  body { font: 16px/1.5 sans-serif; margin: 24px; background: #888; }
  section { display: flex; gap: 16px; overflow-x: auto; align-items: flex-start; }
  img { height: 480px; }
</style>
${states.map(({ name }) => `<h2>${name}</h2>\n<section>\n${pictures(name)}\n</section>`).join('\n')}
`;
}
