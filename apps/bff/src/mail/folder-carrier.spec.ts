import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from './carrier';
import { FolderCarrier } from './folder-carrier';
import { readLocalLetter, readLocalLetters } from './local-letters';

const MESSAGE: Message = {
  letterId: 7,
  createdAt: new Date('2026-05-01T12:00:00Z'),
  to: 'anna@example.org',
  subject: 'Ein neues Passwort für Zürich',
  text: 'Grüezi\n',
  html: '<p>Grüezi</p>',
};

describe('the mail folder', () => {
  let parent: string;
  let folder: string;
  let carrier: FolderCarrier;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'ceex-mail-'));
    folder = join(parent, 'mail');
    carrier = new FolderCarrier({ transport: 'folder', folder, from: { name: 'CEEX', address: 'ceex@example.org' } });
  });
  afterEach(() => rm(parent, { recursive: true }));
  const eml = async () => readFile(join(folder, '0000000000000007.eml'), 'utf8');
  const headers = async () => (await eml()).split(/\r?\n\r?\n/)[0]?.split(/\r?\n(?![ \t])/) ?? [];

  it('is empty until the first letter', async () => {
    expect(await readLocalLetters(folder)).toEqual([]);
    expect(await readLocalLetter(folder, 7)).toBeUndefined();
  });

  it('has a letter as a file that mail programs open, and for the page of the operator', async () => {
    await carrier.carry(MESSAGE);
    expect(await headers()).toEqual(
      expect.arrayContaining(['From: CEEX <ceex@example.org>', 'To: anna@example.org', 'MIME-Version: 1.0']),
    );
    const { to, subject, text, html } = MESSAGE;
    expect(await readLocalLetter(folder, 7)).toMatchObject({ letterId: 7, to, subject, text, html });
  });

  it('has a letter once, however often it comes, and for its owner alone', async () => {
    await carrier.carry(MESSAGE);
    await carrier.carry(MESSAGE);
    expect(await readdir(folder)).toEqual(['0000000000000007.eml', '0000000000000007.json']);
    expect((await stat(join(folder, '0000000000000007.eml'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('lists the newest hundred', async () => {
    for (let letterId = 1; letterId <= 105; letterId += 1) await carrier.carry({ ...MESSAGE, letterId });
    const letters = await readLocalLetters(folder);
    expect(letters.map(({ letterId }) => letterId)).toEqual(Array.from({ length: 100 }, (_, index) => 105 - index));
  });

  // Neither gets so far: names are put on one line, and addresses are checked. This is the last door.
  it.each<[string, Partial<Message>]>([
    ['subject', { subject: 'Hello\r\nBcc: eve@example.org\r\n\r\nHello' }],
    ['recipient', { to: 'anna@example.org\r\nBcc: eve@example.org' }],
    ['recipient', { to: 'anna@example.org, eve@example.org' }],
  ])('has no header that came in with a %s', async (_, hostile) => {
    await carrier.carry({ ...MESSAGE, ...hostile });
    const names = (await headers()).map((line) => line.split(':')[0]);
    expect(names.filter((name) => /bcc|cc/i.test(name ?? ''))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect((await headers()).filter((line) => line.startsWith('To:'))).toHaveLength(1);
  });
});
