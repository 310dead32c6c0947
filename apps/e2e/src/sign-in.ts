import { expect, textsIn, type Page, type Texts } from './flow';
import { identity, type Identity } from './identities';
import type { Language } from './texts';

const NAMES = { en: 'English', de: 'Deutsch' } as const satisfies Record<Language, string>;

/** Signs in through the screen, as a person does, in the language of the flow. */
export async function signIn(page: Page, role: Identity['role'], texts: Texts): Promise<void> {
  await page.goto('/sign-in');
  await speak(page, texts.language);
  await fillSignIn(page, role, texts);
}

/** Signs in on the page that stands, so that what the app holds in memory stays. */
export async function fillSignIn(page: Page, role: Identity['role'], { say }: Texts): Promise<void> {
  const { email, password } = identity(role);
  await page.getByLabel(say('account.signIn.email')).fill(email);
  await page.getByLabel(say('account.signIn.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('account.signIn.submit'), exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Chooses the language in the menu. Before signing in it goes before the one that the user kept; after, it is kept. */
export async function speak(page: Page, language: Language): Promise<void> {
  const shown = (await page.locator('html').getAttribute('lang'))?.slice(0, 2) as Language;
  const isSignedIn = !page.url().includes('/sign-in');
  await page.getByRole('button', { name: textsIn(shown).like('shell.menu.display', 'shell.menu.account') }).click();
  const kept = isSignedIn ? page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok()) : null;
  await page.getByRole('menuitemradio', { name: NAMES[language] }).click();
  await kept;
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('lang', `${language}-CH`);
}

/** The first node of whoever is signed in. */
export async function ownNode(page: Page): Promise<{ nodeId: number; communityId: number }> {
  const [first] = (await me(page)).nodes;
  if (!first) throw new Error('This user has no node');
  return first;
}

interface Me {
  readonly nodes: readonly { readonly nodeId: number; readonly communityId: number }[];
}

async function me(page: Page): Promise<Me> {
  return (await (await page.request.get('/api/auth/me')).json()) as Me;
}
