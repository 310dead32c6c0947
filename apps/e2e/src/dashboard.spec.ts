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
  await expect(page.getByRole('heading', { name: 'Energy over time' })).toBeVisible();
  await expect(page.locator('canvas').first()).toBeVisible();
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

test('has a table behind each chart whose sum is the tile', async ({ page }) => {
  await page.goto('/dashboard?range=last-month');
  await page.getByRole('button', { name: 'Show table' }).first().click();
  const table = page.getByRole('table').first();
  await expect(table).toBeVisible();
  await expect(table.getByRole('row')).not.toHaveCount(0);
});
