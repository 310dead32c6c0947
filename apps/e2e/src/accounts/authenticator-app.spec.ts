import { Secret, TOTP } from 'otpauth';
import { expect, test } from '../flow';
import { AccountPage } from './account-page';
import { expectLetter } from './letters';
import { enter, newPerson } from './people';

const PERIOD_MS = 30_000;

test('an authenticator app: set up, asked for, replaced by a recovery code, and turned off', async ({
  page,
  texts,
}) => {
  const { say } = texts;
  const person = await newPerson(page, 'careful', texts);
  const account = new AccountPage(page, texts);
  const dialog = page.getByRole('dialog');
  await account.open();
  await account.press('secondFactor', 'settings.secondFactor.setUp');
  await account.answer('settings.continue', { 'settings.yourPassword': 'not it at all' });
  await expect(dialog.getByText(say('shell.problem.wrong-password'))).toBeVisible();
  await account.answer('settings.continue', { 'settings.yourPassword': person.password });
  await expect(dialog.getByRole('img', { name: say('settings.secondFactor.qr') })).toBeVisible();
  const key = (await dialog.locator('code').innerText()).replaceAll(/\s/g, '');
  const app = new TOTP({ secret: Secret.fromBase32(key) });
  await account.answer('settings.secondFactor.turnOn', { 'settings.secondFactor.code': '000000' });
  await expect(dialog.getByText(say('settings.secondFactor.codeWrong'))).toBeVisible();
  // The code before counts too; the one that stands now is for signing in: none works twice.
  const before = app.generate({ timestamp: Date.now() - PERIOD_MS });
  await account.answer('settings.secondFactor.turnOn', { 'settings.secondFactor.code': before });
  await expect(dialog.getByText(say('settings.secondFactor.recoveryText'))).toBeVisible();
  const [first = '', second = ''] = await dialog.getByRole('listitem').allInnerTexts();
  await account.answer('settings.secondFactor.kept');
  await account.expectDone('secondFactor', 'settings.secondFactor.on');
  await expectLetter(person.email, 'second-factor-changed', texts.language);
  await account.signOut();

  await enter(page, person, texts);
  const code = page.getByLabel(say('account.secondStep.code'), { exact: true });
  const goOn = page.getByRole('button', { name: say('account.secondStep.submit') });
  await code.fill('000000');
  await goOn.click();
  await expect(page.getByText(say('shell.problem.wrong-code'))).toBeVisible();
  await code.fill(app.generate());
  await goOn.click();
  await expect(page).not.toHaveURL(/sign-in/);
  await account.signOut();

  await enter(page, person, texts);
  await page.getByRole('button', { name: say('account.secondStep.toRecovery') }).click();
  await page.getByLabel(say('account.secondStep.recoveryCode'), { exact: true }).fill(first.trim());
  await goOn.click();
  await expect(page).not.toHaveURL(/sign-in/);

  await account.open();
  await expect(account.part('secondFactor').getByText(say('settings.secondFactor.left', { count: '9' }))).toBeVisible();
  await account.press('secondFactor', 'settings.secondFactor.turnOff');
  await account.answer('settings.secondFactor.turnOff', {
    'settings.secondFactor.anyCode': second.trim(),
    'settings.yourPassword': person.password,
  });
  await account.expectDone('secondFactor', 'settings.secondFactor.off');
  await account.signOut();
  await enter(page, person, texts);
  await expect(page).not.toHaveURL(/sign-in/);
});
