import type { BrowserContext } from '@playwright/test';
import { expect, test, type Page } from '../flow';
import { fillSignIn, signIn } from '../sign-in';
import { AccountPage } from './account-page';
import { expectLetter } from './letters';
import { enter, newMember, newPerson, OTHER_PASSWORD } from './people';

const REFRESH = '/api/auth/refresh';

/** What is left once the session token's few minutes are over. */
async function sessionTokenExpires(context: BrowserContext): Promise<void> {
  await context.clearCookies({ name: 'ceex_session' });
}

/** Does the same in every tab, and lets go of what they send for a new token once all of them have sent it. */
async function refreshAtOnce(tabs: readonly Page[], act: (tab: Page) => Promise<void>): Promise<number[]> {
  let sent = 0;
  let release = (): void => undefined;
  const all = new Promise<void>((resolve) => (release = resolve));
  for (const tab of tabs) {
    await tab.route(`**${REFRESH}`, async (route) => {
      if ((sent += 1) === tabs.length) release();
      await all;
      await route.continue();
    });
  }
  const answers = tabs.map((tab) => tab.waitForResponse((answer) => answer.url().endsWith(REFRESH)));
  await Promise.all(tabs.map(act));
  return (await Promise.all(answers)).map((answer) => answer.status());
}

async function expectTrading(page: Page, name: RegExp): Promise<void> {
  await expect(page.getByRole('slider', { name }).first()).toBeVisible();
}

test(
  'two tabs whose session token has expired refresh at once, and both go on',
  { tag: '@once' },
  async ({ page, texts }) => {
    const price = texts.like('ui.ruler.lowestSell', 'ui.ruler.highestPay');
    await newMember(page, 'two-tabs', texts);
    const other = await page.context().newPage();
    const tabs = [page, other];
    for (const tab of tabs) {
      await tab.goto('/trading');
      await expectTrading(tab, price);
    }
    await sessionTokenExpires(page.context());
    // Within the app, so that each tab notices by itself that its token is gone.
    const answers = await refreshAtOnce(tabs, (tab) =>
      tab.getByRole('link', { name: texts.say('shell.navigation.dashboard') }).click(),
    );
    expect(answers).toEqual([200, 200]);
    for (const tab of tabs) {
      await expect(tab).toHaveURL(/dashboard/);
      await expect(tab.getByRole('heading').first()).toBeVisible();
      await tab.getByRole('link', { name: texts.say('shell.navigation.trading') }).click();
      await expectTrading(tab, price);
    }
  },
);

test('after signing out the back button shows nothing of the household', { tag: '@once' }, async ({ page, texts }) => {
  const { say, like } = texts;
  await signIn(page, 'prosumer', texts);
  await page.goto('/trading');
  await expectTrading(page, like('ui.ruler.lowestSell'));
  await page.getByRole('button', { name: say('shell.menu.account') }).click();
  await page.getByRole('menuitem', { name: say('shell.menu.signOut') }).click();
  await expect(page).toHaveURL(/sign-in/);
  for (let step = 0; step < 2; step += 1) {
    await page.goBack();
    await expect(page).toHaveURL(/sign-in/);
    await expect(page.getByRole('slider')).toHaveCount(0);
  }
});

test('what was typed outlives the session: signing in again leads back to it', async ({ page, texts }) => {
  const { say, like } = texts;
  await signIn(page, 'prosumer', texts);
  const handle = page.getByRole('slider', { name: like('ui.ruler.lowestSell') });
  const saved = await handle.getAttribute('aria-valuenow');
  await handle.press(saved === (await handle.getAttribute('aria-valuemax')) ? 'Home' : 'End');
  await expect(page.getByText(say('trading.save.unsaved'), { exact: true })).toBeVisible();
  const typed = (await handle.getAttribute('aria-valuenow')) ?? '';
  expect(typed).not.toBe(saved);
  await page.context().clearCookies({ name: /ceex_(session|refresh)/ });
  await page.getByRole('button', { name: say('trading.save.save'), exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByText(say('account.signIn.ended'))).toBeVisible();
  await fillSignIn(page, 'prosumer', texts);
  await expect(page).toHaveURL(/trading/);
  await expect(handle).toHaveAttribute('aria-valuenow', typed);
  await expect(page.getByText(say('trading.save.unsaved'), { exact: true })).toBeVisible();
  await page.getByRole('button', { name: say('trading.save.save'), exact: true }).click();
  await expect(page.getByText(say('trading.save.saved'))).toBeVisible();
});

test('a password that is being typed outlives the session token', { tag: '@once' }, async ({ page, texts }) => {
  const { say } = texts;
  const person = await newPerson(page, 'changes-password', texts);
  const account = new AccountPage(page, texts);
  await account.open();
  const part = account.part('password');
  await part.getByLabel(say('settings.password.current'), { exact: true }).fill(person.password);
  await part.getByLabel(say('account.newPassword'), { exact: true }).fill(OTHER_PASSWORD);
  await sessionTokenExpires(page.context());
  await account.press('password', 'settings.password.submit');
  await account.expectDone('password', 'settings.password.done');
  await expectLetter(person.email, 'password-changed', texts.language);
  await account.signOut();
  await enter(page, { ...person, password: OTHER_PASSWORD }, texts);
  await expect(page).not.toHaveURL(/sign-in/);
});
