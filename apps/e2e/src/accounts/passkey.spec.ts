import { expect, test, type Page } from '../flow';
import { AccountPage } from './account-page';
import { newPerson } from './people';

/** A device of the browser's own that confirms everything, as a finger on the sensor would. */
async function addAuthenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Otherwise the device, which confirms everything, would sign in as soon as the page offers it. */
async function offerNothing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
}

test('a passkey: made, signed in with, renamed and removed', { tag: '@once' }, async ({ page, texts }) => {
  const { say } = texts;
  await addAuthenticator(page);
  await offerNothing(page);
  await newPerson(page, 'fingertip', texts);
  const account = new AccountPage(page, texts);
  await account.open();
  await account.press('passkeys', 'settings.passkeys.add');
  await account.answer('settings.continue', { 'settings.passkeys.name': 'Laptop' });
  await account.expectDone('passkeys', 'settings.passkeys.added');
  await expect(account.part('passkeys').getByRole('listitem')).toContainText('Laptop');
  await account.signOut();

  await page.getByRole('button', { name: say('account.signIn.passkey') }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await account.open();
  await account.press('passkeys', 'settings.passkeys.renameOne', { name: 'Laptop' });
  await account.answer('settings.save', { 'settings.passkeys.name': 'Old laptop' });
  await account.expectDone('passkeys', 'settings.passkeys.renamed');
  await account.press('passkeys', 'settings.passkeys.removeOne', { name: 'Old laptop' });
  await account.answer('settings.remove');
  await account.expectDone('passkeys', 'settings.passkeys.removed');
  await expect(account.part('passkeys').getByText(say('settings.passkeys.none'))).toBeVisible();
  await account.signOut();

  // The device still has its half; here nobody knows it any more.
  await page.getByRole('button', { name: say('account.signIn.passkey') }).click();
  await expect(page.getByText(say('shell.problem.passkey-refused'))).toBeVisible();
});

test('where the browser offers the passkey, nothing needs to be typed', { tag: '@once' }, async ({ page, texts }) => {
  await addAuthenticator(page);
  await newPerson(page, 'offered', texts);
  const account = new AccountPage(page, texts);
  await account.open();
  await account.press('passkeys', 'settings.passkeys.add');
  await account.answer('settings.continue', { 'settings.passkeys.name': 'Phone' });
  await account.expectDone('passkeys', 'settings.passkeys.added');
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await expect(page).not.toHaveURL(/sign-in/);
});
