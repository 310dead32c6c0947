import { expect, test } from '../flow';
import { alter } from './database';
import { expectLetter, lettersTo, linkTo } from './letters';
import { anotherDevice, enter, freshAddress, newPerson, OTHER_PASSWORD, send } from './people';

test('a forgotten password: a letter, a new one, and every device is signed out', async ({ page, texts }) => {
  const { say } = texts;
  const person = await newPerson(page, 'forgetful', texts);
  const device = await anotherDevice(page);
  const here = await device.newPage();
  await here.goto('/sign-in');
  await here.getByLabel(say('account.signIn.email')).fill(person.email);
  await here.getByRole('link', { name: say('account.signIn.forgot') }).click();
  // What was typed comes along.
  await expect(here.getByLabel(say('account.signIn.email'))).toHaveValue(person.email);
  await here.getByRole('button', { name: say('account.requestReset.submit') }).click();
  await expect(here.getByText(say('account.requestReset.sent', { email: person.email }))).toBeVisible();

  const link = await linkTo(person.email, 'reset-password');
  await here.goto(link);
  await expect(here).toHaveURL(/reset-password$/);
  await here.getByLabel(say('account.newPassword'), { exact: true }).fill(OTHER_PASSWORD);
  await here.getByRole('button', { name: say('account.resetPassword.submit') }).click();
  await expect(here.getByRole('heading', { name: say('account.resetPassword.doneTitle') })).toBeVisible();
  await expectLetter(person.email, 'password-changed', texts.language);
  expect((await page.request.get('/api/auth/me')).status()).toBe(401);

  await here.getByRole('link', { name: say('account.signIn.title') }).click();
  await enter(here, person, texts);
  await expect(here.getByText(say('shell.problem.wrong-credentials'))).toBeVisible();
  await enter(here, { ...person, password: OTHER_PASSWORD }, texts);
  await expect(here).not.toHaveURL(/sign-in/);

  await here.goto(link);
  await expect(here.getByRole('heading', { name: say('account.link.dead') })).toBeVisible();
  await device.close();
});

test('a wrong or old link says so, and leads to a new one', { tag: '@once' }, async ({ page, texts }) => {
  const { say } = texts;
  const dead = page.getByRole('heading', { name: say('account.link.dead') });
  await page.goto(`/reset-password#${'A'.repeat(43)}`);
  await expect(dead).toBeVisible();

  const { email } = await newPerson(page, 'slow-reader', texts);
  await send(page, '/api/auth/request-reset-email', { email });
  const link = await linkTo(email, 'reset-password');
  await alter("UPDATE one_time_token SET expires_at = now() WHERE subject = $1 AND purpose = 'reset-password'", email);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(dead).toBeVisible();
  await page.getByRole('link', { name: say('account.resetPassword.wayOn') }).click();
  await expect(page).toHaveURL(/request-reset/);
});

test('a link whose time ends while somebody types is told of', { tag: '@once' }, async ({ page, texts }) => {
  const { say } = texts;
  const { email } = await newPerson(page, 'slow-typist', texts);
  await send(page, '/api/auth/request-reset-email', { email });
  await page.goto(await linkTo(email, 'reset-password'));
  await page.getByLabel(say('account.newPassword'), { exact: true }).fill(OTHER_PASSWORD);
  await alter("UPDATE one_time_token SET expires_at = now() WHERE subject = $1 AND purpose = 'reset-password'", email);
  await page.getByRole('button', { name: say('account.resetPassword.submit') }).click();
  await expect(page.getByRole('heading', { name: say('account.link.dead') })).toBeVisible();
});

test('an unknown address hears the same, and gets no letter', { tag: '@once' }, async ({ page, texts }) => {
  const { say } = texts;
  const email = freshAddress('nobody');
  const known = await newPerson(page, 'somebody', texts);
  await page.goto('/request-reset');
  await page.getByLabel(say('account.signIn.email')).fill(email);
  await page.getByRole('button', { name: say('account.requestReset.submit') }).click();
  await expect(page.getByText(say('account.requestReset.sent', { email }))).toBeVisible();
  // A letter that was asked for later has arrived: there will be none for the unknown address.
  await send(page, '/api/auth/request-reset-email', { email: known.email });
  await linkTo(known.email, 'reset-password');
  expect(await lettersTo(email)).toEqual([]);
});
