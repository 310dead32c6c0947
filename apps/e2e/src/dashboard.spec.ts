import { expect, test } from '@playwright/test';
import { signIn } from './sign-in';

const TILES = [
  'Used',
  'Produced',
  'Self-consumption',
  'Self-sufficiency',
  'Traded with neighbours',
  'Better off than with the utility alone',
];

test.beforeEach(async ({ page }) => signIn(page, 'prosumer'));

test('shows six tiles and two charts with the year just cleared', async ({ page }) => {
  await page.goto('/dashboard?range=last-year');
  for (const tile of TILES) await expect(page.getByText(tile, { exact: true }).first()).toBeVisible();
  for (const [index, title] of ['Energy over time', 'Local price over time'].entries()) {
    // Charts load when they come into view.
    await page.getByRole('heading', { name: title }).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 400);
    await expect(page.locator('canvas').nth(index)).toBeVisible();
  }
  await expect(page.locator('main')).not.toContainText(/dashboard\.|ui\.|NaN|undefined/);
});

test('keeps the range in the address', async ({ page }) => {
  await page.goto('/dashboard');
  for (const [name, range] of [
    ['This week', 'current-week'],
    ['This month', 'current-month'],
    ['Last month', 'last-month'],
    ['Last 3 months', 'last-3-months'],
    ['Last year', 'last-year'],
  ] as const) {
    await page.getByText(name, { exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`range=${range}`));
  }
  await page.reload();
  await expect(page).toHaveURL(/range=last-year/);
  await expect(page.getByText('Used', { exact: true }).first()).toBeVisible();
});

test('has a table behind each chart', async ({ page }) => {
  await page.goto('/dashboard?range=last-month');
  const show = page.getByRole('button', { name: 'Show table' });
  await expect(show).toHaveCount(2);
  await show.first().click();
  const table = page.getByRole('table').first();
  await expect(table).toBeVisible();
  await expect(table.getByRole('row')).not.toHaveCount(0);
});
