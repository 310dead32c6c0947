import { expect, test, type Page } from '@playwright/test';
import { ownNode, signIn } from './sign-in';

interface Metrics {
  readonly points: readonly { readonly start: string; readonly soldLocalWh: number }[];
  readonly totals: { readonly soldLocalWh: number };
}

const DAY_MS = 86_400_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

async function metrics(page: Page, nodeId: number, startDate: string, endDate: string): Promise<Metrics> {
  const query = new URLSearchParams({ startDate, endDate, resolution: 'day' });
  const answer = await page.request.get(`/api/engine/node/${nodeId}/metrics?${query}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Metrics;
}

/** The day of the last months on which the node sold most. */
async function bestDay(page: Page, nodeId: number): Promise<string> {
  const { points } = await metrics(page, nodeId, dayOf(Date.now() - 300 * DAY_MS), dayOf(Date.now() - 2 * DAY_MS));
  const best = points.reduce((a, b) => (b.soldLocalWh > a.soldLocalWh ? b : a));
  // A local day begins before midnight UTC: its noon lies in the day of its name.
  return dayOf(Date.parse(best.start) + DAY_MS / 2);
}

async function setLowestSell(page: Page, key: 'Home' | 'End'): Promise<void> {
  await page.goto('/trading');
  const handle = page.getByRole('slider', { name: /Lowest I sell/ });
  const target = (await handle.getAttribute(key === 'Home' ? 'aria-valuemin' : 'aria-valuemax')) ?? '';
  if ((await handle.getAttribute('aria-valuenow')) === target) return;
  await handle.press(key);
  await expect(handle).toHaveAttribute('aria-valuenow', target);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It holds from the next clearing on.')).toBeVisible();
  await page.reload();
  await expect(handle).toHaveAttribute('aria-valuenow', target);
}

test('shows now, the price ruler, strategies, neighbours, plants and profile from the market', async ({ page }) => {
  await signIn(page, 'prosumer');
  await expect(page).toHaveURL(/trading/);
  await expect(page.getByText(/Next clearing in|clearing …/)).toBeVisible();
  await expect(page.getByRole('slider', { name: /Lowest I sell/ })).toBeVisible();
  await expect(page.getByRole('slider', { name: /Highest I pay/ })).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(3);
  // Further down, panels come with the page as it is read.
  await page.getByRole('heading', { name: 'Profile' }).scrollIntoViewIfNeeded();
  for (const title of ['Why this price', 'Who traded with you', 'The next 24 hours', 'Your plants', 'Profile']) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
  }
  await expect(page.getByText(/kWp/).first()).toBeVisible();
  // No translation key and no unformatted value reaches the screen.
  await expect(page.locator('main')).not.toContainText(/trading\.|shell\.|ui\.|NaN|undefined|null/);
});

test('undo brings the saved limits back', async ({ page }) => {
  await signIn(page, 'prosumer');
  const handle = page.getByRole('slider', { name: /Lowest I sell/ });
  const before = await handle.getAttribute('aria-valuenow');
  await handle.press('PageUp');
  await handle.press('ArrowLeft');
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(handle).toHaveAttribute('aria-valuenow', before ?? '');
  await expect(page.getByText('Not saved yet')).toBeHidden();
});

test('new limits are used when the operator clears a past day again', async ({ page, browser }) => {
  test.slow();
  await signIn(page, 'prosumer');
  const { nodeId, communityId } = await ownNode(page);
  const day = await bestDay(page, nodeId);
  const sold = async () => (await metrics(page, nodeId, day, day)).totals.soldLocalWh;

  const operator = await browser.newPage();
  await signIn(operator, 'operator');
  const clearAgain = async () => {
    await operator.getByLabel('Day').fill(day);
    const accepted = operator.waitForResponse((answer) => answer.request().method() === 'POST');
    await operator.getByRole('button', { name: 'Clear again' }).click();
    expect((await accepted).status()).toBeLessThan(300);
    await expect(operator.getByText(/intervals of .* are being cleared again/)).toBeVisible();
    // The engine takes them up at once; when none waits any more, all are done.
    const waiting = async () => {
      const market = await operator.request.get(`/api/engine/community/${communityId}/market`);
      return ((await market.json()) as { pendingIntervals: number }).pendingIntervals;
    };
    await expect.poll(waiting, { timeout: 30_000 }).toBe(0);
  };

  await setLowestSell(page, 'Home');
  await clearAgain();
  const willing = await sold();
  expect(willing).toBeGreaterThan(0);

  await setLowestSell(page, 'End');
  await clearAgain();
  expect(await sold()).toBeLessThan(willing);

  await setLowestSell(page, 'Home');
  await clearAgain();
  expect(await sold()).toBe(willing);
  await operator.close();
});

test('speaks German, and remembers it', async ({ page }) => {
  await signIn(page, 'consumer');
  await page.getByRole('button', { name: /Account, language and display/ }).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Ihr Preis' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Ihr Preis' })).toBeVisible();

  await page.getByRole('button', { name: /Konto/ }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Your price' })).toBeVisible();
});
