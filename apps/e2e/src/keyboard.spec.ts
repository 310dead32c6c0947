import { expect, test, type Page } from './flow';
import { identity } from './identities';
import { speak } from './sign-in';

type Target = ReturnType<Page['getByRole']>;

/** Goes from one control to the next until it stands on `target`. */
async function tabTo(page: Page, target: Target): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 120; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${target}`);
}

async function choose(page: Page, target: Target): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('a keyboard is enough from signing in to signing out', async ({ page, texts }) => {
  const { say, like } = texts;
  const { email, password } = identity('prosumer');
  await page.goto('/sign-in');
  // Not part of the flow: another one may have left the user in another language.
  await speak(page, texts.language);
  await tabTo(page, page.getByLabel(say('account.signIn.email')));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel(say('account.signIn.password'), { exact: true }));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/trading/);

  const handle = page.getByRole('slider', { name: like('ui.ruler.lowestSell') });
  await tabTo(page, handle);
  const [now, max] = [await handle.getAttribute('aria-valuenow'), await handle.getAttribute('aria-valuemax')];
  await page.keyboard.press(now === max ? 'Home' : 'PageUp');
  await expect(page.getByText(say('trading.save.unsaved'))).toBeVisible();
  const moved = (await handle.getAttribute('aria-valuenow')) ?? '';
  expect(moved).not.toBe(now);
  await choose(page, page.getByRole('button', { name: say('trading.save.save'), exact: true }));
  await expect(page.getByText(say('trading.save.saved'))).toBeVisible();
  await expect(handle).toHaveAttribute('aria-valuenow', moved);

  await choose(page, page.getByRole('link', { name: say('shell.navigation.dashboard') }));
  await choose(page, page.getByRole('link', { name: say('dashboard.range.last-month'), exact: true }));
  await expect(page).toHaveURL(/range=last-month/);

  await choose(page, page.getByRole('link', { name: say('shell.navigation.community') }));
  await choose(page, page.getByRole('button', { name: say('community.day.before') }));
  await expect(page).toHaveURL(/day=/);
  const slider = page.getByRole('slider', { name: say('community.time.slider') });
  await tabTo(page, slider);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^00:15–00:30/);

  await choose(page, page.getByRole('button', { name: say('shell.menu.account') }));
  await expect(page.getByRole('menuitem', { name: say('shell.menu.signOut') })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sign-in/);
});
