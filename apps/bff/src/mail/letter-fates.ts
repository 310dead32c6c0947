import type { LetterFate, LetterFates as Page, LetterState } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere, IsNull, LessThan, MoreThan } from 'typeorm';
import { LetterRow } from './letter.entity';
import { Outbox } from './outbox';

/** Whose letters: a community's, or (null) those that belong to none. */
export type Owner = number | null;

export interface FatesQuery {
  readonly state?: LetterState;
  readonly before?: number;
  readonly limit: number;
}

/** What became of the letters. What they say is never read here. */
@Injectable()
export class LetterFates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
  ) {}

  /** A page of letters, newest first. */
  async read(owner: Owner, { state, before, limit }: FatesQuery): Promise<Page> {
    const rows = await this.dataSource.getRepository(LetterRow).find({
      where: { ...of(owner), ...(state && { state }), ...(before !== undefined && { id: LessThan(String(before)) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const letters = rows.slice(0, limit).map(fateOf);
    return { letters, next: rows.length > limit ? (letters.at(-1)?.letterId ?? null) : null };
  }

  /**
   * Puts a letter that was given up back into the outbox, as if it were new. `not-found` where it is not the owner's,
   * `conflict` where it was not given up, or where it has expired since.
   */
  async retry(owner: Owner, letterId: number, now = new Date()): Promise<LetterFate> {
    const letters = this.dataSource.getRepository(LetterRow);
    const mine = { ...of(owner), id: String(letterId) };
    const { affected } = await letters.update(
      { ...mine, state: 'failed', expiresAt: MoreThan(now) },
      { state: 'queued', attempts: 0, dueAt: now, settledAt: null },
    );
    const row = await letters.findOneBy(mine);
    if (!row) throw new Failure('not-found');
    if (affected !== 1) throw new Failure('conflict', { detail: 'Only a letter that was given up can be tried again' });
    this.outbox.tell();
    return fateOf(row);
  }
}

function of(owner: Owner): FindOptionsWhere<LetterRow> {
  return { communityId: owner ?? IsNull() };
}

function fateOf(row: LetterRow): LetterFate {
  return {
    letterId: Number(row.id),
    kind: row.kind,
    recipient: row.recipient,
    state: row.state,
    attempts: row.attempts,
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    nextAttemptAt: row.state === 'queued' ? row.dueAt.toISOString() : null,
    settledAt: row.settledAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
  };
}
