import { expect, type Page } from '@playwright/test';
import { identity, type Identity } from './identities';

/** Signs in through the screen, as a person does. */
export async function signIn(page: Page, role: Identity['role']): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, role);
}

/** Signs in on the page that stands, so that what the app holds in memory stays. */
export async function fillSignIn(page: Page, role: Identity['role']): Promise<void> {
  const { email, password } = identity(role);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** The first node of whoever is signed in. */
export async function ownNode(page: Page): Promise<{ nodeId: number; communityId: number }> {
  const answer = await page.request.get('/api/auth/me');
  const { nodes } = (await answer.json()) as { nodes: { nodeId: number; communityId: number }[] };
  const [first] = nodes;
  if (!first) throw new Error('This user has no node');
  return first;
}
