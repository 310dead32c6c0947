import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '../flow';
import { signIn } from '../sign-in';
import { AccountPage } from './account-page';
import { linkTo } from './letters';
import { freshAddress, invited, newMember, newPerson, send } from './people';

async function expectNoBarrier(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const where = bad.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  expect.soft(where, page.url()).toEqual([]);
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect.soft(width[0], `${page.url()} sticks out`).toBeLessThanOrEqual(width[1] ?? 0);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`no serious barrier in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('on the pages before signing in', async ({ page, texts }) => {
      const dead = page.getByRole('heading', { name: texts.say('account.link.dead') });
      for (const path of ['/request-reset', '/register']) {
        await page.goto(path);
        await expect(page.getByLabel(texts.say('account.signIn.email'))).toBeVisible();
        await expectNoBarrier(page);
      }
      await page.goto('/verify-email#none');
      await expect(dead).toBeVisible();
      await expectNoBarrier(page);
      await page.goto(await invited(page, freshAddress('barriers'), texts));
      await page.getByLabel(texts.say('account.newPassword'), { exact: true }).fill('password1');
      await expect(page.getByText(texts.say('shell.password.strength.very-weak'))).toBeVisible();
      await expectNoBarrier(page);
      const { email } = await newPerson(page, 'barriers', texts);
      await send(page, '/api/auth/request-reset-email', { email });
      await page.goto(await linkTo(email, 'reset-password'));
      await expect(page.getByLabel(texts.say('account.newPassword'), { exact: true })).toBeVisible();
      await expectNoBarrier(page);
    });

    test('on the account page and its questions', async ({ page, texts }) => {
      const { password } = await newMember(page, 'barriers', texts);
      const account = new AccountPage(page, texts);
      await account.open();
      await expectNoBarrier(page);
      await account.press('privacy', 'settings.privacy.delete');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoBarrier(page);
      await account.answer('settings.cancel');
      await account.press('secondFactor', 'settings.secondFactor.setUp');
      await account.answer('settings.continue', { 'settings.yourPassword': password });
      await expect(page.getByRole('img', { name: texts.say('settings.secondFactor.qr') })).toBeVisible();
      await expectNoBarrier(page);
    });

    // The console's own pages are looked at in accessibility.spec.ts.
    test('on the operator’s lists, letters and questions', { tag: '@once' }, async ({ page, texts }) => {
      test.slow();
      await signIn(page, 'operator', texts);
      for (const path of ['invitations/list', 'mail/local']) {
        await page.goto(`/operator/${path}`);
        await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
        await expectNoBarrier(page);
      }
      await page.goto('/operator/invitations');
      await page.getByRole('button', { name: texts.say('operator.invite.open') }).click();
      await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible();
      await expectNoBarrier(page);
    });

    test('on the administrator’s pages', async ({ page, texts }) => {
      await signIn(page, 'administrator', texts);
      await page.goto('/admin');
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await expectNoBarrier(page);
    });
  });
}
