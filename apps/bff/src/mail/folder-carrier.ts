import { createTransport } from 'nodemailer';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderSettings } from '../config/mail-settings';
import type { Carrier, Message } from './carrier';
import { envelopeOf } from './envelope';
import { stemOf } from './local-letters';

/**
 * Puts letters into a folder instead of sending them: each as `.eml`, which any mail program opens, and as `.json`, which
 * the local mail page reads. A letter that comes again (after a crash) replaces itself.
 */
export class FolderCarrier implements Carrier {
  private readonly transport = createTransport({ streamTransport: true, buffer: true });

  constructor(private readonly settings: FolderSettings) {}

  async carry(message: Message): Promise<void> {
    const { folder, from } = this.settings;
    const { message: eml } = await this.transport.sendMail({
      ...envelopeOf(message, from),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { letterId, to, subject, text, html } = message;
    const file = join(folder, stemOf(letterId));
    await write(`${file}.eml`, eml as Buffer);
    await write(`${file}.json`, JSON.stringify({ letterId, at: new Date().toISOString(), to, subject, text, html }));
  }
}

/** Whole or not at all, for its owner alone. */
async function write(file: string, content: string | Buffer): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}
