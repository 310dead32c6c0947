import type { LocalLetter, LocalLetterText } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Inject, Injectable } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { mailSettings } from '../config/mail-settings';
import type { Caller } from '../users/caller';
import { readLocalLetter, readLocalLetters } from './local-letters';

/** The letters of a local instance, for its operators and its administrator. */
@Injectable()
export class LocalMail {
  private readonly folder: string | undefined;

  constructor(@Inject(BFF_CONFIG) config: BffConfig) {
    const settings = mailSettings(config);
    this.folder = settings.transport === 'folder' ? settings.folder : undefined;
  }

  list(caller: Caller): Promise<LocalLetter[]> {
    return readLocalLetters(this.folderFor(caller));
  }

  async read(caller: Caller, letterId: number): Promise<LocalLetterText> {
    const letter = await readLocalLetter(this.folderFor(caller), letterId);
    if (!letter) throw new Failure('not-found');
    return letter;
  }

  /** `not-found` where letters are sent, whoever asks; `forbidden` for who has no duty here. */
  private folderFor({ operates, administers }: Caller): string {
    if (this.folder === undefined) throw new Failure('not-found');
    if (operates.length === 0 && !administers) throw new Failure('forbidden');
    return this.folder;
  }
}
