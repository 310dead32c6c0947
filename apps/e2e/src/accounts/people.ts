import type { APIRequestContext, APIResponse, Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { expect, type Page, type Texts } from '../flow';
import { identity } from '../identities';
import { linkTo } from './letters';

/** Good enough for every policy, and nobody else's. */
export const PASSWORD = 'vier Ziegen im Mondlicht';
export const OTHER_PASSWORD = 'kein Regen seit Dienstag';

export interface Person {
  readonly email: string;
  readonly password: string;
}

/** An address that no other flow has. */
export function freshAddress(name: string): string {
  return `${name}-${randomBytes(4).toString('hex')}@example.org`;
}

/** Another device, with cookies and storage of its own. */
export function anotherDevice(page: Page, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const browser = page.context().browser() as Browser;
  return browser.newContext({ storageState: { cookies: [], origins: [] }, ...options });
}

/** Sends what a page of ours would send. */
export async function send(page: Page, path: string, data: object): Promise<APIResponse> {
  return page.request.post(path, { data, headers: { origin: `http://localhost:${process.env['E2E_PORT']}` } });
}

/** A person with an account but without a household; the browser of `page` is theirs afterwards. */
export async function newPerson(page: Page, name: string, { language }: Texts): Promise<Person> {
  const email = freshAddress(name);
  expect((await send(page, '/api/auth/register', { email, language })).ok()).toBe(true);
  const [, token] = (await linkTo(email, 'verify-email')).split('#');
  const made = await send(page, '/api/auth/register/complete', { token, password: PASSWORD, language });
  expect(made.ok()).toBe(true);
  return { email, password: PASSWORD };
}

/** A person with a household of the demo community; the browser of `page` is theirs afterwards. */
export async function newMember(page: Page, name: string, texts: Texts): Promise<Person> {
  const email = freshAddress(name);
  const [, token] = (await invited(page, email, texts)).split('#');
  const made = await send(page, '/api/invitations/accept', { token, password: PASSWORD, language: texts.language });
  expect(made.ok()).toBe(true);
  return { email, password: PASSWORD };
}

/** Has the demo operator invite somebody to the first household; resolves to the link of the letter. */
export async function invited(page: Page, email: string, { language }: Texts): Promise<string> {
  const desk = await anotherDevice(page);
  const operator = await desk.newPage();
  const { password, email: operatorEmail } = identity('operator');
  expect((await send(operator, '/api/auth/login', { email: operatorEmail, password })).ok()).toBe(true);
  const nodeId = await firstHousehold(operator.request);
  const invitation = { kind: 'member', email, language, nodeIds: [nodeId] };
  expect((await send(operator, '/api/community/1/invitations', invitation)).ok()).toBe(true);
  await desk.close();
  return linkTo(email, 'accept-invitation');
}

/** Signs in through the screen that stands. */
export async function enter(page: Page, { email, password }: Person, { say }: Texts): Promise<void> {
  await page.getByLabel(say('account.signIn.email')).fill(email);
  await page.getByLabel(say('account.signIn.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('account.signIn.submit'), exact: true }).click();
}

async function firstHousehold(request: APIRequestContext): Promise<number> {
  const { nodes } = (await (await request.get('/api/community/1/nodes')).json()) as { nodes: { nodeId: number }[] };
  const [first] = nodes;
  if (!first) throw new Error('The demo community has no household');
  return first.nodeId;
}
