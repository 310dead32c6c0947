import { expect, test } from '../flow';
import { signIn } from '../sign-in';
import { alter } from './database';
import { linkTo } from './letters';
import { anotherDevice, enter, freshAddress, invited, newPerson, PASSWORD, send } from './people';

test('the operator invites; who is invited chooses a password and sees the household’s trading', async ({
  page,
  texts,
}) => {
  const { say, like } = texts;
  const email = freshAddress('new-neighbour');
  await signIn(page, 'operator', texts);
  await page.goto('/operator/invitations');
  await page.getByRole('button', { name: say('operator.invite.open') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('operator.invite.email')).fill(email);
  await dialog.getByLabel(say('operator.invite.language')).selectOption(texts.language);
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('button', { name: say('operator.invite.action') }).click();
  await expect(page.getByText(say('operator.invite.done', { email }))).toBeVisible();

  const home = await anotherDevice(page);
  const guest = await home.newPage();
  await guest.goto(await linkTo(email, 'accept-invitation'));
  await expect(guest.getByText(email)).toBeVisible();
  // The token is in nobody's history.
  await expect(guest).toHaveURL(/accept-invitation$/);
  const password = guest.getByLabel(say('account.newPassword'), { exact: true });
  const create = guest.getByRole('button', { name: say('account.invitation.create') });
  await password.fill('password1');
  await expect(guest.getByText(say('shell.password.strength.very-weak'))).toBeVisible();
  await create.click();
  await expect(guest.getByText(say('shell.password.fault.too-common'))).toBeVisible();
  await password.fill(PASSWORD);
  await expect(guest.getByText(say('shell.password.strength.strong'))).toBeVisible();
  await create.click();
  await expect(guest).toHaveURL(/trading/);
  await expect(
    guest.getByRole('slider', { name: like('ui.ruler.lowestSell', 'ui.ruler.highestPay') }).first(),
  ).toBeVisible();
  await home.close();

  await page.reload();
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText(
    say('operator.invitations.state.accepted'),
  );
});

test('who has an account already signs in and accepts', async ({ page, texts }) => {
  const { say } = texts;
  const person = await newPerson(page, 'has-account', texts);
  const link = await invited(page, person.email, texts);
  const home = await anotherDevice(page);
  const guest = await home.newPage();
  await guest.goto(link);
  await guest.getByRole('link', { name: say('account.signIn.title') }).click();
  await expect(guest.getByLabel(say('account.signIn.email'))).toHaveValue(person.email);
  await enter(guest, person, texts);
  await guest.getByRole('button', { name: say('account.invitation.accept') }).click();
  await expect(guest).toHaveURL(/trading/);
  await home.close();
});

test('an invitation is for whom it was sent to', { tag: '@once' }, async ({ page, texts }) => {
  const { say } = texts;
  const other = await newPerson(page, 'somebody-else', texts);
  await page.goto(await invited(page, (await newPersonElsewhere()).email, texts));
  await expect(page.getByText(say('account.invitation.other', { email: other.email }))).toBeVisible();

  async function newPersonElsewhere() {
    const device = await anotherDevice(page);
    const person = await newPerson(await device.newPage(), 'invited', texts);
    await device.close();
    return person;
  }
});

test.describe('a link', () => {
  test('that was withdrawn is worth nothing', { tag: '@once' }, async ({ page, texts }) => {
    const { say } = texts;
    const email = freshAddress('withdrawn');
    const link = await invited(page, email, texts);
    await signIn(page, 'operator', texts);
    await page.goto('/operator/invitations');
    const withdraw = say('operator.about', { what: say('operator.withdraw.action'), whom: email });
    await page.getByRole('button', { name: withdraw }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('operator.withdraw.action') })
      .click();
    await expect(page.getByText(say('operator.withdraw.done', { email }))).toBeVisible();
    const home = await anotherDevice(page);
    const guest = await home.newPage();
    await guest.goto(link);
    await expect(guest.getByRole('heading', { name: say('account.link.dead') })).toBeVisible();
    await home.close();
  });

  test('whose time is over says so and leads on', { tag: '@once' }, async ({ page, texts }) => {
    const { say } = texts;
    const email = freshAddress('late');
    const link = await invited(page, email, texts);
    await alter('UPDATE invitation SET expires_at = now() WHERE email = $1', email);
    await page.goto(link);
    await expect(page.getByRole('heading', { name: say('account.link.dead') })).toBeVisible();
    await expect(page.getByText(say('account.invitation.dead'))).toBeVisible();
    await page.getByRole('link', { name: say('account.toStart') }).click();
    await expect(page).toHaveURL(/sign-in/);
  });

  test('that was used, or that nobody sent, is as good as none', async ({ page, texts }) => {
    const email = freshAddress('twice');
    const link = await invited(page, email, texts);
    const [, token] = link.split('#');
    expect((await send(page, '/api/invitations/accept', { token, password: PASSWORD, language: 'en' })).ok()).toBe(
      true,
    );
    await page.context().clearCookies();
    for (const path of [link, `/accept-invitation#${'A'.repeat(43)}`, '/accept-invitation']) {
      await page.goto('about:blank');
      await page.goto(path);
      await expect(page.getByRole('heading', { name: texts.say('account.link.dead') })).toBeVisible();
    }
  });
});
