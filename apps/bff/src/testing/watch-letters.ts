import type { INestApplication } from '@nestjs/common';
import { MailRequests } from '../accounts/mail-requests';
import type { Letter, LetterKind } from '../mail/letters';
import { Outbox } from '../mail/outbox';

export interface WatchedLetters {
  /** Those that were put into the outbox, the latest last. */
  readonly all: Letter[];
  /** Writes the letters that were asked for, and gives those to an address since the last look. */
  to(address: string): Promise<readonly Letter[]>;
  /** The token in the link of the latest letter of a kind to an address; throws where there is none. */
  token(address: string, kind: LetterKind): Promise<string>;
}

/** Watches what goes into the outbox of an app. The letters go their way all the same. */
export function watchLetters(app: INestApplication): WatchedLetters {
  const outbox = app.get(Outbox);
  const all: Letter[] = [];
  const put = outbox.put.bind(outbox);
  outbox.put = async (manager, letter, now) => {
    await put(manager, letter, now);
    all.push(letter);
  };
  const to = async (address: string) => {
    await app.get(MailRequests).run();
    return all.filter((letter) => letter.to === address);
  };
  return {
    all,
    to,
    async token(address, kind) {
      const data = (await to(address)).findLast((letter) => letter.kind === kind)?.data;
      const link = data && 'link' in data ? data.link : '';
      const token = link.split('#')[1];
      if (!token) throw new Error(`No link in a letter ${kind} to ${address}`);
      return token;
    },
  };
}
