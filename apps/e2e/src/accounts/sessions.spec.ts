import { expect, test } from '../flow';
import { AccountPage } from './account-page';
import { expectLetter } from './letters';
import { anotherDevice, enter, newMember, newPerson, send } from './people';

test('one device signs the other one out', async ({ page, texts }) => {
  const { say } = texts;
  const person = await newMember(page, 'two-devices', texts);
  const other = await anotherDevice(page);
  const there = await other.newPage();
  await there.goto('/sign-in');
  await enter(there, person, texts);
  await expect(there).toHaveURL(/trading/);

  const account = new AccountPage(page, texts);
  await account.open();
  await expect(account.part('sessions').getByRole('listitem')).toHaveCount(2);
  await account
    .part('sessions')
    .getByRole('button', { name: texts.like('settings.sessions.endOne') })
    .click();
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) await account.answer('settings.sessions.end');
  await account.expectDone('sessions', 'settings.sessions.ended');
  await expect(account.part('sessions').getByRole('listitem')).toHaveCount(1);

  await there.getByRole('link', { name: say('shell.navigation.dashboard') }).click();
  await expect(there).toHaveURL(/sign-in/);
  await expect(there.getByText(say('account.signIn.ended'))).toBeVisible();
  await other.close();
});

test('a key that is used twice ends the session, and its owner is told', { tag: '@once' }, async ({ page, texts }) => {
  const { say } = texts;
  const person = await newPerson(page, 'copied', texts);
  const copied = (await page.context().cookies()).filter(({ name }) => name === 'ceex_refresh');
  // Two exchanges later it is neither the key that holds nor the one before it.
  for (let exchange = 0; exchange < 2; exchange += 1)
    expect((await send(page, '/api/auth/refresh', {})).ok()).toBe(true);
  const thief = await anotherDevice(page);
  await thief.addCookies(copied);
  const stolen = await thief.newPage();
  expect((await send(stolen, '/api/auth/refresh', {})).status()).toBe(401);
  await thief.close();
  expect((await page.request.get('/api/auth/me')).status()).toBe(401);
  expect((await send(page, '/api/auth/refresh', {})).status()).toBe(401);
  await expectLetter(person.email, 'session-reused', texts.language);

  await page.goto('/sign-in');
  await enter(page, person, texts);
  await expect(page).not.toHaveURL(/sign-in/);
  const account = new AccountPage(page, texts);
  await account.open();
  await expect(account.part('sessions').getByText(say('settings.sessions.copied'))).toBeVisible();
});
