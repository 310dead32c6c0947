import { expect, test } from './flow';
import { identity } from './identities';
import { signIn } from './sign-in';

test('a wrong password is refused in words, and what was typed stays', async ({ page, texts }) => {
  await page.goto('/sign-in');
  await page.getByLabel(texts.say('account.signIn.email')).fill(identity('consumer').email);
  await page.getByLabel(texts.say('account.signIn.password'), { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: texts.say('account.signIn.submit'), exact: true }).click();
  await expect(page.getByText(texts.say('shell.problem.wrong-credentials'))).toBeVisible();
  await expect(page.getByLabel(texts.say('account.signIn.email'))).toHaveValue(identity('consumer').email);
});

test('an address without a session leads to sign-in and back', { tag: '@everywhere' }, async ({ page, texts }) => {
  await page.goto('/dashboard?range=last-month');
  await expect(page).toHaveURL(/sign-in/);
  const { email, password } = identity('consumer');
  await page.getByLabel(texts.say('account.signIn.email')).fill(email);
  await page.getByLabel(texts.say('account.signIn.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: texts.say('account.signIn.submit'), exact: true }).click();
  await expect(page).toHaveURL(/dashboard\?.*range=last-month/);
});

test(
  'script reads no cookie but that somebody is signed in, and signing out ends the session',
  { tag: '@once' },
  async ({ page, texts }) => {
    await signIn(page, 'consumer', texts);
    expect(await page.evaluate(() => document.cookie)).toBe('ceex_signed_in=1');
    const kept = await page.context().cookies();
    const secrets = kept.filter(({ name }) => name !== 'ceex_signed_in');
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.every(({ httpOnly }) => httpOnly)).toBe(true);
    expect(kept.every(({ sameSite }) => sameSite === 'Strict')).toBe(true);

    await page.getByRole('button', { name: texts.say('shell.menu.account') }).click();
    await page.getByRole('menuitem', { name: texts.say('shell.menu.signOut') }).click();
    await expect(page).toHaveURL(/sign-in/);
    await page.goBack();
    await expect(page).toHaveURL(/sign-in/);
    // The old cookies do not open anything any more.
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.context().addCookies(kept);
    expect((await page.request.get('/api/auth/me')).status()).toBe(401);
  },
);

test('nothing of another household is to be had', { tag: '@once' }, async ({ page, texts }) => {
  await signIn(page, 'consumer', texts);
  const me = (await (await page.request.get('/api/auth/me')).json()) as { nodes: { nodeId: number }[] };
  const other = (me.nodes[0]?.nodeId ?? 0) + 1;
  const range = 'startDate=2026-01-01&endDate=2026-01-02';
  expect((await page.request.get(`/api/engine/node/${other}/metrics?${range}`)).status()).toBe(403);
  expect((await page.request.get(`/api/engine/node/${other}/trades`)).status()).toBe(403);
  expect((await page.request.get(`/api/engine/community/1/clearings`)).status()).toBe(403);
});
