import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { normalEmail } from '../users/users';
import { LetterRow } from './letter.entity';
import type { Letter } from './letters';

const address = z.email().max(254);

/**
 * Takes letters in. A letter is a row of the caller's transaction: it goes out if, and only if, what it tells was
 * committed, and nobody waits for a mail server.
 */
@Injectable()
export class Outbox implements EntitySubscriberInterface {
  private readonly writing = new WeakSet<QueryRunner>();
  private readonly listeners: (() => void)[] = [];

  constructor(
    dataSource: DataSource,
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
  ) {
    dataSource.subscribers.push(this);
  }

  /**
   * Puts a letter into the outbox, in the transaction of `manager`. Throws where the recipient is not one address or a
   * link leads anywhere but to this deployment: both are our own mistakes, never the user's.
   */
  async put(manager: EntityManager, letter: Letter, now = new Date()): Promise<void> {
    const { to, language, kind, data, expiresAt, communityId = null } = letter;
    if (!address.safeParse(to).success) throw new Error(`A letter (${kind}) needs one address`);
    if ('link' in data && !data.link.startsWith(`${this.config.PUBLIC_URL}/`))
      throw new Error(`A letter (${kind}) must lead to PUBLIC_URL`);
    await manager.insert(LetterRow, {
      communityId,
      kind,
      language,
      recipient: normalEmail(to),
      data,
      state: 'queued',
      attempts: 0,
      dueAt: now,
      error: null,
      expiresAt,
      settledAt: null,
    });
    const { queryRunner } = manager;
    if (queryRunner?.isTransactionActive) this.writing.add(queryRunner);
    else this.tell();
  }

  /** Calls `listener` whenever a letter was put into the outbox of this process, after its transaction. */
  onPut(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** TypeORM calls it after every transaction, and after each level of a nested one: too often does no harm. */
  afterTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): void {
    if (this.writing.has(queryRunner)) this.tell();
  }

  /** Something is due. */
  tell(): void {
    for (const listener of this.listeners) listener();
  }
}
