import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from './flow';
import { signIn } from './sign-in';

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(bad.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('sign-in, trading, dashboard and community have no serious barrier, and nothing sticks out', async ({
      page,
      texts,
    }) => {
      await page.goto('/sign-in');
      await expect(page.getByRole('button', { name: texts.say('account.signIn.submit'), exact: true })).toBeVisible();
      await expectAccessible(page);
      await signIn(page, 'prosumer', texts);
      for (const path of ['/trading', '/dashboard?range=last-month', '/community']) {
        await page.goto(path);
        await expect(page.getByRole('heading').first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expectAccessible(page);
        const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
      }
    });

    test('the operator’s pages have no serious barrier', async ({ page, texts }) => {
      await signIn(page, 'operator', texts);
      await expect(page.getByRole('button', { name: texts.say('operator.again.submit') })).toBeVisible();
      await expectAccessible(page);
      for (const name of ['members', 'invitations', 'mail', 'audit'] as const) {
        await page.goto(`/operator/${name}`);
        await expect(page.getByRole('heading', { name: texts.say(`operator.pages.${name}`), level: 2 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expectAccessible(page);
        const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
      }
    });
  });
}
