import type { LetterKind, LetterState } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LetterRow } from './letter.entity';

/** A letter as its recipient may learn of it later: what it said has been wiped. */
export interface LetterTo {
  readonly kind: LetterKind;
  readonly state: LetterState;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
}

/** The letters to one address, for the download of one's data and for the end of an account. */
@Injectable()
export class LettersToPerson {
  /** Those that are still known (for 90 days), newest first. */
  read(manager: EntityManager, email: string): Promise<LetterTo[]> {
    return manager.find(LetterRow, {
      select: { kind: true, state: true, createdAt: true, settledAt: true },
      where: { recipient: email },
      order: { id: 'DESC' },
      take: 1_000,
    });
  }

  /** Forgets all of them, also those that were still to go. A last letter is put into the outbox after this. */
  async forget(manager: EntityManager, email: string): Promise<void> {
    await manager.delete(LetterRow, { recipient: email });
  }
}
