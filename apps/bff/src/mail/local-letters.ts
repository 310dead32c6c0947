import { type LocalLetterText, localLetterText } from '@ceex/contracts';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SHOWN = 100;

/** The file name, without its ending, under which a letter is in the folder: sorted by name is sorted by age. */
export function stemOf(letterId: number): string {
  return String(letterId).padStart(16, '0');
}

/** The newest letters of a mail folder, at most 100. */
export async function readLocalLetters(folder: string): Promise<LocalLetterText[]> {
  const names = (await namesIn(folder)).filter((name) => /^\d{16}\.json$/.test(name));
  const newest = names.sort().slice(-SHOWN).reverse();
  return Promise.all(newest.map((name) => read(join(folder, name))));
}

/** A letter of a mail folder, with what it says; undefined where there is none of this number. */
export async function readLocalLetter(folder: string, letterId: number): Promise<LocalLetterText | undefined> {
  return read(join(folder, `${stemOf(letterId)}.json`)).catch(absent);
}

async function read(file: string): Promise<LocalLetterText> {
  return localLetterText.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Until the first letter there is no folder. */
async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(absent)) ?? [];
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
