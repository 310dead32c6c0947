import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LetterRow } from './letter.entity';
import type { Letter } from './letters';

/**
 * Takes letters in. A letter is a row of the caller's transaction: it goes out if, and only if, what it tells was
 * committed, and nobody waits for a mail server.
 */
@Injectable()
export class Outbox {
  /** Puts a letter into the outbox, in the transaction of `manager`. */
  async put(manager: EntityManager, letter: Letter, now = new Date()): Promise<void> {
    const { to, language, kind, data, expiresAt, communityId = null } = letter;
    await manager.insert(LetterRow, {
      communityId,
      kind,
      language,
      recipient: to,
      data,
      state: 'queued',
      attempts: 0,
      dueAt: now,
      error: null,
      expiresAt,
      settledAt: null,
    });
  }
}
