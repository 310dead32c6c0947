import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '../flow';
import type { Language } from '../texts';

/** A letter of the instance's mail folder, as somebody reads it. */
export interface Letter {
  readonly letterId: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** All letters to an address, oldest first. */
export async function lettersTo(email: string): Promise<Letter[]> {
  const folder = join(process.env['E2E_HOME'] ?? '', 'mail');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  const all = await Promise.all(names.map(async (name) => read(join(folder, name))));
  return all.filter(({ to }) => to === email);
}

/**
 * The path of the newest link to `page` in the letters to an address, such as `/reset-password#token`; waits for one
 * that is not among `known`.
 */
export async function linkTo(email: string, page: string, known: readonly string[] = []): Promise<string> {
  let found: string | undefined;
  const pattern = new RegExp(`https?://[^\\s/]+(/${page}#[\\w-]+)`);
  const newest = async () => {
    const links = (await lettersTo(email)).map(({ text }) => pattern.exec(text)?.[1]);
    return links.findLast((link) => link !== undefined && !known.includes(link));
  };
  await expect.poll(async () => (found = await newest()), { message: `a link to /${page} for ${email}` }).toBeTruthy();
  return found ?? '';
}

/** Waits for a letter of a kind, such as `password-changed`, to an address. */
export async function expectLetter(email: string, kind: string, language: Language): Promise<void> {
  const file = join(__dirname, `../../../bff/src/mail/texts/${language}.json`);
  const { letters } = JSON.parse(await readFile(file, 'utf8')) as { letters: Record<string, { subject: string }> };
  const subject = letters[kind]?.subject;
  if (subject === undefined) throw new Error(`No letter is called ${kind}`);
  const subjects = async () => (await lettersTo(email)).map((letter) => letter.subject);
  await expect.poll(subjects, { message: `letters to ${email}` }).toContain(subject);
}

async function read(file: string): Promise<Letter> {
  return JSON.parse(await readFile(file, 'utf8')) as Letter;
}
