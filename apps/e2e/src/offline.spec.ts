import { expect, test, type Page, type Texts } from './flow';
import { signIn } from './sign-in';

/** Until the whole app is on the device. */
async function installed(page: Page, texts: Texts): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForLoadState('networkidle');
  // Controlled by the worker from the first request on.
  await page.reload();
  await expect(page.getByText(texts.like('trading.now.next', 'trading.now.running'))).toBeVisible();
  await page.waitForLoadState('networkidle');
}

const lastKnown = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('ceex-last-known')));

test(
  'shows the last known state without a connection, and says so',
  { tag: '@once' },
  async ({ page, context, texts }) => {
    await signIn(page, 'prosumer', texts);
    await installed(page, texts);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByText(texts.like('shell.offline.heading'))).toBeVisible();
    await expect(page.getByText(texts.like('trading.now.next', 'trading.now.running'))).toBeVisible();
    await context.setOffline(false);
    // Whoever does not wait for the page to notice by itself asks again.
    const retry = page.getByRole('button', { name: texts.say('trading.retry') }).first();
    await expect(async () => {
      if (await retry.isVisible()) await retry.click({ timeout: 1_000 });
      await expect(page.getByText(texts.like('shell.offline.heading'))).toBeHidden({ timeout: 1_000 });
    }).toPass();
  },
);

test('leaves nothing of one user to the next', { tag: '@once' }, async ({ page, context, texts }) => {
  await signIn(page, 'prosumer', texts);
  await installed(page, texts);
  expect(await lastKnown(page)).toHaveLength(1);
  await page.getByRole('button', { name: texts.say('shell.menu.account') }).click();
  await page.getByRole('menuitem', { name: texts.say('shell.menu.signOut') }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await lastKnown(page)).toEqual([]);
  await context.setOffline(true);
  await page.goto('/trading');
  await expect(page.getByLabel(texts.say('account.signIn.email'))).toBeVisible();
  await expect(page.getByText(texts.like('trading.now.next'))).toHaveCount(0);
});

test.describe('the first visit', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('shows around in four steps, by keyboard, and not again', async ({ page, texts }) => {
    await signIn(page, 'prosumer', texts);
    const card = page.getByRole('dialog');
    for (const step of ['now', 'price', 'strategy', 'dashboard']) {
      await expect(card.getByRole('heading', { name: texts.say(`shell.tour.${step}.title`) })).toBeVisible();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    await expect(card).toBeHidden();
    await page.reload();
    await expect(page.getByText(texts.like('trading.now.next', 'trading.now.running'))).toBeVisible();
    await expect(card).toHaveCount(0);
  });

  test('lets itself be skipped with Escape', async ({ page, texts }) => {
    await signIn(page, 'consumer', texts);
    const card = page.getByRole('dialog');
    await expect(card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(page.locator('main')).toBeFocused();
  });
});
