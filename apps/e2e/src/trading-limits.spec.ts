import { expect, test, type Page } from './flow';
import { fillSignIn, ownNode, signIn } from './sign-in';

/** How selling may have gone with limits at which there is trade. */
const SOLD = ['all', 'part', 'allEven', 'partEven'];
const DIFFERENCES = ['more', 'less', 'same'];

const figures = (page: Page) => page.locator('ceex-replay-panel .figures');

/** What the last thirty days would have brought, once it belongs to where the handle stands. */
async function sentences(page: Page): Promise<string> {
  await expect(figures(page)).toHaveAttribute('aria-busy', 'false');
  return figures(page).innerText();
}

test(
  'a handle moved by keyboard changes the sentence; saved it stays, and undo brings it back',
  { tag: '@everywhere' },
  async ({ page, texts }) => {
    await signIn(page, 'prosumer', texts);
    const handle = page.getByRole('slider', { name: texts.like('ui.ruler.lowestSell') });
    await handle.press('Home');
    const atHome = await sentences(page);
    expect(atHome).toMatch(new RegExp(`CHF\\s.* ${texts.say('trading.replay.gain')}`));
    expect(atHome).toMatch(texts.like(...SOLD.map((how) => `trading.replay.sold.${how}`)));

    await handle.press('End');
    await expect(figures(page)).not.toHaveText(atHome);
    // What the limits that hold would have brought may be answered a moment later.
    const difference = texts.like(...DIFFERENCES.map((which) => `trading.replay.difference.${which}`));
    await expect.poll(() => sentences(page)).toMatch(difference);
    const atEnd = await sentences(page);
    expect(atEnd).not.toMatch(/NaN|undefined|trading\./);

    await page.getByRole('button', { name: texts.say('trading.save.undo') }).click();
    await expect(page.getByText(texts.say('trading.save.unsaved'), { exact: true })).toBeHidden();

    await page.getByRole('button', { name: texts.say('trading.price.presets.balanced') }).click();
    await expect(page.getByRole('button', { name: texts.say('trading.price.presets.balanced') })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.getByRole('button', { name: texts.say('trading.save.save'), exact: true }).click();
    await expect(page.getByText(texts.say('trading.save.saved'))).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: texts.say('trading.price.presets.balanced') })).toHaveAttribute(
      'aria-pressed',
      'true',
    );

    await page.getByRole('button', { name: texts.say('trading.price.presets.always') }).click();
    await page.getByRole('button', { name: texts.say('trading.save.save'), exact: true }).click();
    await expect(page.getByText(texts.say('trading.save.saved'))).toBeVisible();
  },
);

test('the arrow keys choose a strategy, each with its own figure', async ({ page, texts }) => {
  await signIn(page, 'prosumer', texts);
  const radios = page.getByRole('radio');
  await radios.first().scrollIntoViewIfNeeded();
  await radios.last().scrollIntoViewIfNeeded();
  await expect(page.locator('ceex-strategy-figure strong')).toHaveCount(3);
  const before = await page.locator('input[type=radio]:checked').getAttribute('value');
  await page.locator('input[type=radio]:checked').press('ArrowDown');
  await expect(page.locator('input[type=radio]:checked')).not.toHaveAttribute('value', before ?? '');
  await expect(page.locator('.card.chosen')).toHaveCount(1);
  await page.getByRole('button', { name: texts.say('trading.save.undo') }).click();
  await expect(page.locator('input[type=radio]:checked')).toHaveAttribute('value', before ?? '');
});

test('nothing is lost by accident: the page asks before it is left', async ({ page, texts }) => {
  await signIn(page, 'prosumer', texts);
  await page.getByRole('slider', { name: texts.like('ui.ruler.lowestSell') }).press('PageUp');
  await expect(page.getByText(texts.say('trading.save.unsaved'), { exact: true })).toBeVisible();
  await page.getByRole('link', { name: texts.say('shell.navigation.dashboard') }).click();
  const dialog = page.getByRole('dialog', { name: texts.say('trading.leave.title') });
  await dialog.getByRole('button', { name: texts.say('trading.leave.stay') }).click();
  await expect(page).toHaveURL(/trading/);
  await expect(page.getByText(texts.say('trading.save.unsaved'), { exact: true })).toBeVisible();
  await page.getByRole('link', { name: texts.say('shell.navigation.dashboard') }).click();
  await dialog.getByRole('button', { name: texts.say('trading.leave.leave') }).click();
  await expect(page).toHaveURL(/dashboard/);
});

test('what was changed is still there when the session has ended in between', async ({ page, context, texts }) => {
  await signIn(page, 'prosumer', texts);
  const handle = page.getByRole('slider', { name: texts.like('ui.ruler.lowestSell') });
  await handle.press('PageUp');
  const changed = Number(await handle.getAttribute('aria-valuenow')) + 1_000;
  await context.clearCookies();
  // Already the question what this limit would have brought finds that there is no session any more.
  await handle.press('ArrowRight');
  await expect(page).toHaveURL(/sign-in/);
  await fillSignIn(page, 'prosumer', texts);
  await expect(page).toHaveURL(/trading/);
  await expect(handle).toHaveAttribute('aria-valuenow', String(changed));
  await page.getByRole('button', { name: texts.say('trading.save.undo') }).click();
});

test('a solar system is added, turned by keyboard and removed again', async ({ page, texts }) => {
  await signIn(page, 'prosumer', texts);
  const { nodeId } = await ownNode(page);
  await page.getByRole('heading', { name: texts.say('trading.why.title') }).scrollIntoViewIfNeeded();
  await page.locator('.columns').evaluate((columns) => columns.scrollIntoView({ block: 'end' }));
  await page.getByRole('button', { name: texts.say('trading.plants.edit.add.pv-system') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: texts.say('trading.save.save'), exact: true }).click();
  await expect(dialog.getByRole('alert').first()).toBeVisible();
  await dialog.getByLabel(texts.say('trading.plants.edit.name')).fill('Carport');
  await dialog.getByLabel(texts.say('trading.plants.edit.peak')).fill('2.5');
  const expected = dialog.locator('ceex-plant-preview strong');
  const south = await expected.innerText();
  await dialog.getByRole('slider', { name: texts.say('trading.plants.edit.direction') }).press('Home');
  await expect(expected).not.toHaveText(south);
  await dialog.getByRole('button', { name: texts.say('trading.save.save'), exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Carport' })).toBeVisible();

  await page.getByRole('button', { name: texts.say('trading.plants.editNamed', { name: 'Carport' }) }).click();
  await dialog.getByRole('button', { name: texts.say('trading.plants.edit.remove') }).click();
  await dialog.getByRole('button', { name: texts.say('trading.plants.edit.removeSurely') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Carport' })).toBeHidden();
  const plants = (await (await page.request.get(`/api/engine/node/${nodeId}/plants`)).json()) as {
    pvSystems: unknown[];
  };
  expect(JSON.stringify(plants.pvSystems)).not.toContain('Carport');
});
