import { expect, test } from '../flow';
import { lettersTo, linkTo } from './letters';
import { freshAddress, newPerson, PASSWORD } from './people';

test('somebody registers, confirms the address and chooses a password', async ({ page, texts }) => {
  const { say } = texts;
  const email = freshAddress('registers');
  await page.goto('/sign-in');
  await page.getByRole('link', { name: say('account.signIn.register') }).click();
  // Both pages ask for an address.
  await expect(page).toHaveURL(/\/register/);
  await page.getByLabel(say('account.signIn.email')).fill(email);
  await page.getByRole('button', { name: say('account.register.submit') }).click();
  await expect(page.getByText(say('account.register.sent', { email }))).toBeVisible();

  const link = await linkTo(email, 'verify-email');
  await page.goto(link);
  await page.getByLabel(say('account.newPassword'), { exact: true }).fill(email);
  await page.getByRole('button', { name: say('account.verifyEmail.submit') }).click();
  await expect(page.getByText(say('shell.password.fault.like-email'))).toBeVisible();
  await page.getByLabel(say('account.newPassword'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: say('account.verifyEmail.submit') }).click();
  await expect(page.getByRole('heading', { name: say('shell.noAccess.welcome') })).toBeVisible();

  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: say('account.link.dead') })).toBeVisible();
});

test('whoever has an account hears the same, and is told by letter', { tag: '@once' }, async ({ page, texts }) => {
  const { say } = texts;
  const { email } = await newPerson(page, 'registers-twice', texts);
  await page.context().clearCookies();
  await page.goto('/register');
  await page.getByLabel(say('account.signIn.email')).fill(email);
  await page.getByRole('button', { name: say('account.register.submit') }).click();
  await expect(page.getByText(say('account.register.sent', { email }))).toBeVisible();
  await expect.poll(async () => (await lettersTo(email)).at(-1)?.text).toMatch(/\/sign-in/);
});
