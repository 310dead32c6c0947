import { expect, test } from './flow';
import { signIn } from './sign-in';

const TILES = ['used', 'produced', 'selfConsumption', 'selfSufficiency', 'traded', 'betterOff'];
const RANGES = ['current-week', 'current-month', 'last-month', 'last-3-months', 'last-year'];

test.beforeEach(async ({ page, texts }) => signIn(page, 'prosumer', texts));

test('shows six tiles and two charts with the year just cleared', async ({ page, texts }) => {
  await page.goto('/dashboard?range=last-year');
  for (const tile of TILES)
    await expect(page.getByText(texts.say(`dashboard.tiles.${tile}.label`), { exact: true }).first()).toBeVisible();
  for (const [index, chart] of ['energy', 'price'].entries()) {
    // Charts load when they come into view.
    await page.getByRole('heading', { name: texts.say(`dashboard.${chart}.title`) }).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 400);
    await expect(page.locator('canvas').nth(index)).toBeVisible();
  }
  await expect(page.locator('main')).not.toContainText(/dashboard\.|ui\.|NaN|undefined/);
});

test('keeps the range in the address', async ({ page, texts }) => {
  await page.goto('/dashboard');
  for (const range of RANGES) {
    await page.getByText(texts.say(`dashboard.range.${range}`), { exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`range=${range}`));
  }
  await page.reload();
  await expect(page).toHaveURL(/range=last-year/);
  await expect(page.getByText(texts.say('dashboard.tiles.used.label'), { exact: true }).first()).toBeVisible();
});

test('has a table behind each chart', async ({ page, texts }) => {
  await page.goto('/dashboard?range=last-month');
  const show = page.getByRole('button', { name: texts.say('ui.table.show') });
  await expect(show).toHaveCount(2);
  await show.first().click();
  const table = page.getByRole('table').first();
  await expect(table).toBeVisible();
  await expect(table.getByRole('row')).not.toHaveCount(0);
});
