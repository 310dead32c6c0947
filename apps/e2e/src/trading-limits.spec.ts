import { expect, test, type Page } from '@playwright/test';
import { fillSignIn, ownNode, signIn } from './sign-in';

const figures = (page: Page) => page.locator('ceex-replay-panel .figures');

/** What the last thirty days would have brought, once it belongs to where the handle stands. */
async function sentences(page: Page): Promise<string> {
  await expect(figures(page)).toHaveAttribute('aria-busy', 'false');
  return figures(page).innerText();
}

test('a handle moved by keyboard changes the sentence; saved it stays, and undo brings it back', async ({ page }) => {
  await signIn(page, 'prosumer');
  const handle = page.getByRole('slider', { name: /Lowest I sell/ });
  await handle.press('Home');
  const atHome = await sentences(page);
  expect(atHome).toMatch(/CHF\s.* better off than with the utility alone/);
  expect(atHome).toMatch(/Sold .*\skWh to neighbours/);

  await handle.press('End');
  await expect(figures(page)).not.toHaveText(atHome);
  const atEnd = await sentences(page);
  expect(atEnd).toMatch(/with the limits you have now/);
  expect(atEnd).not.toMatch(/NaN|undefined|trading\./);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Not saved yet')).toBeHidden();

  await page.getByRole('button', { name: 'Balanced' }).click();
  await expect(page.getByRole('button', { name: 'Balanced' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It holds from the next clearing on.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Balanced' })).toHaveAttribute('aria-pressed', 'true');

  await page.getByRole('button', { name: 'Always trade' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. It holds from the next clearing on.')).toBeVisible();
});

test('the arrow keys choose a strategy, each with its own figure', async ({ page }) => {
  await signIn(page, 'prosumer');
  const radios = page.getByRole('radio');
  await radios.first().scrollIntoViewIfNeeded();
  await radios.last().scrollIntoViewIfNeeded();
  await expect(page.locator('ceex-strategy-figure strong')).toHaveCount(3);
  const before = await page.locator('input[type=radio]:checked').getAttribute('value');
  await page.locator('input[type=radio]:checked').press('ArrowDown');
  await expect(page.locator('input[type=radio]:checked')).not.toHaveAttribute('value', before ?? '');
  await expect(page.locator('.card.chosen')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('input[type=radio]:checked')).toHaveAttribute('value', before ?? '');
});

test('nothing is lost by accident: the page asks before it is left', async ({ page }) => {
  await signIn(page, 'prosumer');
  await page.getByRole('slider', { name: /Lowest I sell/ }).press('PageUp');
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await page.getByRole('link', { name: 'Dashboard' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Stay here' }).click();
  await expect(page).toHaveURL(/trading/);
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(page).toHaveURL(/dashboard/);
});

test('what was changed is still there when the session has ended in between', async ({ page, context }) => {
  await signIn(page, 'prosumer');
  const handle = page.getByRole('slider', { name: /Lowest I sell/ });
  await handle.press('PageUp');
  const changed = Number(await handle.getAttribute('aria-valuenow')) + 1_000;
  await context.clearCookies();
  // Already the question what this limit would have brought finds that there is no session any more.
  await handle.press('ArrowRight');
  await expect(page).toHaveURL(/sign-in/);
  await fillSignIn(page, 'prosumer');
  await expect(page).toHaveURL(/trading/);
  await expect(handle).toHaveAttribute('aria-valuenow', String(changed));
  await page.getByRole('button', { name: 'Undo' }).click();
});

test('a solar system is added, turned by keyboard and removed again', async ({ page }) => {
  await signIn(page, 'prosumer');
  const { nodeId } = await ownNode(page);
  await page.getByRole('heading', { name: 'Why this price' }).scrollIntoViewIfNeeded();
  await page.locator('.columns').evaluate((columns) => columns.scrollIntoView({ block: 'end' }));
  await page.getByRole('button', { name: 'Add solar system' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert').first()).toBeVisible();
  await dialog.getByLabel('Name').fill('Carport');
  await dialog.getByLabel('Peak power').fill('2.5');
  const expected = dialog.locator('ceex-plant-preview strong');
  const south = await expected.innerText();
  await dialog.getByRole('slider', { name: 'Direction of the roof' }).press('Home');
  await expect(expected).not.toHaveText(south);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Carport' })).toBeVisible();

  await page.getByRole('button', { name: 'Edit Carport' }).click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await dialog.getByRole('button', { name: 'Really remove?' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Carport' })).toBeHidden();
  const plants = (await (await page.request.get(`/api/engine/node/${nodeId}/plants`)).json()) as {
    pvSystems: unknown[];
  };
  expect(JSON.stringify(plants.pvSystems)).not.toContain('Carport');
});
