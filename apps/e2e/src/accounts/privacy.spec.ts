import { readFile } from 'node:fs/promises';
import { expect, test } from '../flow';
import { AccountPage } from './account-page';
import { expectLetter } from './letters';
import { enter, newMember } from './people';

test('my data, those of the household too, come as one file', { tag: '@once' }, async ({ page, texts }) => {
  const person = await newMember(page, 'curious', texts);
  const account = new AccountPage(page, texts);
  await account.open();
  const arrives = page.waitForEvent('download');
  await account.press('privacy', 'settings.privacy.download');
  const text = await readFile(await (await arrives).path(), 'utf8');
  await account.expectDone('privacy', 'settings.privacy.downloaded');
  expect(text).toContain(person.email);
  const { households } = JSON.parse(text) as { households: { days: object[]; trades: object[] }[] };
  expect(households).toHaveLength(1);
  expect(Object.keys(households[0] ?? {})).toEqual(expect.arrayContaining(['profile', 'strategy', 'plants']));
  expect(households[0]?.days.length).toBeGreaterThan(300);
  expect(households[0]?.trades.length).toBeGreaterThan(0);
});

test('the own account is deleted, with what is kept said plainly', async ({ page, texts }) => {
  const { say } = texts;
  const person = await newMember(page, 'moves-away', texts);
  const account = new AccountPage(page, texts);
  await account.open();
  await account.press('privacy', 'settings.privacy.delete');
  const dialog = page.getByRole('dialog');
  for (const kept of ['ledger', 'readings', 'audit-ids'])
    await expect(dialog.getByText(say(`settings.privacy.kept.${kept}`))).toBeVisible();
  await account.answer('settings.privacy.deleteNow', { 'settings.yourPassword': 'not it at all' });
  await expect(dialog.getByText(say('shell.problem.wrong-password'))).toBeVisible();
  await account.answer('settings.privacy.deleteNow', { 'settings.yourPassword': person.password });
  await expect(page).toHaveURL(/sign-in/);
  await expectLetter(person.email, 'account-deleted', texts.language);
  await enter(page, person, texts);
  await expect(page.getByText(say('shell.problem.wrong-credentials'))).toBeVisible();
});
