// A page of the demo community in a real browser, at the width of a desk and of a phone.
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser.mjs';
import { withDemo } from '../demo-instance.mjs';

const WIDTHS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/**
 * The rows that `inPage(page, name of the width, url)` resolves to, for a user of `role` whose first visit is over, on the
 * CEEX of `--home DIR`, or one started for it. Good, where no row says that it is not (`met`).
 */
export const atBothWidths = (options, role, inPage) =>
  withDemo(options, async ({ url, cookiesOf }) => {
    const executablePath = findBrowser();
    if (!executablePath) throw new Error('There is no Chromium or Chrome; CHROME_PATH names one.');
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await chromium.launch({ executablePath, args });
    try {
      const rows = [];
      for (const [name, viewport] of Object.entries(WIDTHS)) {
        const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
        await context.addCookies(await cookiesOf(role));
        const page = await context.newPage();
        await page.addInitScript(() => localStorage.setItem('ceex.tour', 'done'));
        rows.push(...(await inPage(page, name, url)));
        await context.close();
      }
      return { rows, ok: rows.every(({ met }) => met !== 'no') };
    } finally {
      await browser.close();
    }
  });
