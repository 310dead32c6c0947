import { expect, test } from '../flow';
import { AccountPage } from './account-page';
import { expectLetter, linkTo } from './letters';
import { enter, freshAddress, newPerson } from './people';

test('a new e-mail address holds once both addresses have confirmed', async ({ page, texts }) => {
  const { say } = texts;
  const person = await newPerson(page, 'moves-house', texts);
  const email = freshAddress('moved');
  const account = new AccountPage(page, texts);
  await account.open();
  const profile = account.part('profile');
  await profile.getByLabel(say('settings.profile.newEmail'), { exact: true }).fill(email);
  const password = profile.getByLabel(say('settings.yourPassword'), { exact: true });
  await password.fill('not it at all');
  await account.press('profile', 'settings.profile.change');
  await expect(profile.getByText(say('shell.problem.wrong-password'))).toBeVisible();
  await password.fill(person.password);
  await account.press('profile', 'settings.profile.change');
  await expect(profile.getByText(say('settings.profile.waitingBoth', { old: person.email, new: email }))).toBeVisible();

  const confirm = page.getByRole('button', { name: say('account.confirmEmail.confirm') });
  await page.goto(await linkTo(person.email, 'confirm-email'));
  await expect(page.getByText(say('account.confirmEmail.old'))).toBeVisible();
  await confirm.click();
  await expect(page.getByText(say('account.confirmEmail.waiting.text'))).toBeVisible();
  await account.open();
  await expect(profile.getByText(say('settings.profile.waitingNew', { old: person.email, new: email }))).toBeVisible();

  await page.goto(await linkTo(email, 'confirm-email'));
  await expect(page.getByText(say('account.confirmEmail.new'))).toBeVisible();
  await confirm.click();
  await expect(page.getByText(say('account.confirmEmail.done.text'))).toBeVisible();
  await expectLetter(person.email, 'email-changed', texts.language);
  await account.open();
  await expect(profile.getByText(email)).toBeVisible();
  await account.signOut();
  await enter(page, { ...person, email }, texts);
  await expect(page).not.toHaveURL(/sign-in/);
});

test(
  'the owner of the old address objects: nothing changes, and all sessions end',
  { tag: '@once' },
  async ({ page, texts }) => {
    const { say } = texts;
    const person = await newPerson(page, 'objects', texts);
    const account = new AccountPage(page, texts);
    await account.open();
    const profile = account.part('profile');
    const email = freshAddress('thief');
    await profile.getByLabel(say('settings.profile.newEmail'), { exact: true }).fill(email);
    await profile.getByLabel(say('settings.yourPassword'), { exact: true }).fill(person.password);
    await account.press('profile', 'settings.profile.change');
    const thiefs = await linkTo(email, 'confirm-email');
    await page.goto(await linkTo(person.email, 'confirm-email'));
    await page.getByRole('button', { name: say('account.confirmEmail.object') }).click();
    await expect(page.getByText(say('account.confirmEmail.objected.text'))).toBeVisible();
    expect((await page.request.get('/api/auth/me')).status()).toBe(401);
    await page.goto('about:blank');
    await page.goto(thiefs);
    await expect(page.getByRole('heading', { name: say('account.link.dead') })).toBeVisible();
  },
);
