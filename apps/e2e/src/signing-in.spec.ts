import { expect, test } from '@playwright/test';
import { identity } from './identities';
import { signIn } from './sign-in';

test('a wrong password is refused in words, and what was typed stays', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(identity('consumer').email);
  await page.getByLabel('Password', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(identity('consumer').email);
});

test('an address without a session leads to sign-in and back', async ({ page }) => {
  await page.goto('/dashboard?range=last-month');
  await expect(page).toHaveURL(/sign-in/);
  const { email, password } = identity('consumer');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/dashboard\?.*range=last-month/);
});

test('script reads no cookie but that somebody is signed in, and signing out ends the session', async ({ page }) => {
  await signIn(page, 'consumer');
  expect(await page.evaluate(() => document.cookie)).toBe('ceex_signed_in=1');
  const kept = await page.context().cookies();
  const secrets = kept.filter(({ name }) => name !== 'ceex_signed_in');
  expect(secrets.length).toBeGreaterThan(0);
  expect(secrets.every(({ httpOnly }) => httpOnly)).toBe(true);
  expect(kept.every(({ sameSite }) => sameSite === 'Strict')).toBe(true);

  await page.getByRole('button', { name: /Account, language and display/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await page.goBack();
  await expect(page).toHaveURL(/sign-in/);
  // The old cookies do not open anything any more.
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.context().addCookies(kept);
  expect((await page.request.get('/api/auth/me')).status()).toBe(401);
});

test('nothing of another household is to be had', async ({ page }) => {
  await signIn(page, 'consumer');
  const me = (await (await page.request.get('/api/auth/me')).json()) as { nodes: { nodeId: number }[] };
  const other = (me.nodes[0]?.nodeId ?? 0) + 1;
  const range = 'startDate=2026-01-01&endDate=2026-01-02';
  expect((await page.request.get(`/api/engine/node/${other}/metrics?${range}`)).status()).toBe(403);
  expect((await page.request.get(`/api/engine/node/${other}/trades`)).status()).toBe(403);
  expect((await page.request.get(`/api/engine/community/1/clearings`)).status()).toBe(403);
});
