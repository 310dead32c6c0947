import { expect, test, type Page } from '@playwright/test';
import { signIn } from './sign-in';

/** Until the whole app is on the device. */
async function installed(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForLoadState('networkidle');
  // Controlled by the worker from the first request on.
  await page.reload();
  await expect(page.getByText(/Next clearing in|clearing …/)).toBeVisible();
  await page.waitForLoadState('networkidle');
}

const lastKnown = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('ceex-last-known')));

test('shows the last known state without a connection, and says so', async ({ page, context }) => {
  await signIn(page, 'prosumer');
  await installed(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(/No connection: as of today \d\d:\d\d/)).toBeVisible();
  await expect(page.getByText(/Next clearing in|clearing …/)).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByText(/No connection/)).toBeHidden();
});

test('leaves nothing of one user to the next', async ({ page, context }) => {
  await signIn(page, 'prosumer');
  await installed(page);
  expect(await lastKnown(page)).toHaveLength(1);
  await page.getByRole('button', { name: /Account, language and display/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect(await lastKnown(page)).toEqual([]);
  await context.setOffline(true);
  await page.goto('/trading');
  await expect(page.getByLabel('E-mail address')).toBeVisible();
  await expect(page.getByText(/Next clearing in/)).toHaveCount(0);
});

test.describe('the first visit', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('shows around in four steps, by keyboard, and not again', async ({ page }) => {
    await signIn(page, 'prosumer');
    const card = page.getByRole('dialog');
    for (const title of ['The state in one glance', 'Your price', 'Your strategy', 'What it brings you']) {
      await expect(card.getByRole('heading', { name: title })).toBeVisible();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }
    await expect(card).toBeHidden();
    await page.reload();
    await expect(page.getByText(/Next clearing in|clearing …/)).toBeVisible();
    await expect(card).toHaveCount(0);
  });

  test('lets itself be skipped with Escape', async ({ page }) => {
    await signIn(page, 'consumer');
    const card = page.getByRole('dialog');
    await expect(card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
    await expect(page.locator('main')).toBeFocused();
  });
});
