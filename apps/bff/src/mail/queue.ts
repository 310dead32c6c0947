import type { LetterError } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LetterRow } from './letter.entity';
import { MAX_ATTEMPTS } from './next-attempt';

/** So long a delivery belongs to who began it. It must outlast every time-out of a delivery by far. */
export const LEASE_MS = 5 * 60_000;
/** So long it can be seen what became of a letter. */
export const KEPT_DAYS = 90;

/** A letter whose delivery has begun. */
export type Claimed = Pick<
  LetterRow,
  'id' | 'kind' | 'language' | 'recipient' | 'attempts' | 'createdAt' | 'expiresAt'
> & {
  readonly data: NonNullable<LetterRow['data']>;
};

const CLAIM = `
UPDATE letter SET attempts = attempts + 1, due_at = $2
WHERE id = (
  SELECT id FROM letter WHERE state = 'queued' AND due_at <= $1 AND expires_at > $1 AND attempts < $3
  ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, kind, language, recipient, data, attempts, created_at AS "createdAt", expires_at AS "expiresAt"`;

const MINE = `id = $1 AND attempts = $2 AND state = 'queued'`;

/**
 * The outbox as the queue that several processes empty together. Every change is one statement, so that no transaction
 * is open while a mail server is talked to. Whoever claims a letter has it for `LEASE_MS`; if nothing was heard by then
 * (the process is gone), it is due again, and what the one before still has to say is not taken any more.
 */
@Injectable()
export class Queue {
  constructor(private readonly dataSource: DataSource) {}

  /** The next letter that is due, for the caller alone; undefined where there is none. */
  async claim(now: Date): Promise<Claimed | undefined> {
    const lease = new Date(now.getTime() + LEASE_MS);
    const [[row]] = await this.dataSource.query<[Claimed[], number]>(CLAIM, [now, lease, MAX_ATTEMPTS]);
    return row;
  }

  async sent({ id, attempts }: Claimed, now: Date): Promise<void> {
    const set = `state = 'sent', data = NULL, error = NULL, settled_at = $3`;
    await this.dataSource.query(`UPDATE letter SET ${set} WHERE ${MINE}`, [id, attempts, now]);
  }

  /** The delivery failed; the next one is due at `next`, but the letter is never kept beyond its own end. */
  async retry({ id, attempts }: Claimed, error: LetterError, next: Date): Promise<void> {
    const set = `error = $3, due_at = least($4, expires_at)`;
    await this.dataSource.query(`UPDATE letter SET ${set} WHERE ${MINE}`, [id, attempts, error, next]);
  }

  /** No more deliveries, unless somebody asks for one by hand; until the letter expires its data is kept for that. */
  async giveUp({ id, attempts }: Claimed, error: LetterError, now: Date): Promise<void> {
    const set = `state = 'failed', error = $3, settled_at = $4`;
    await this.dataSource.query(`UPDATE letter SET ${set} WHERE ${MINE}`, [id, attempts, error, now]);
  }

  /** Ends what came too late and what never ended, wipes its secrets, and forgets what was settled long ago. */
  async sweep(now: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE letter SET state = 'expired', data = NULL, settled_at = $1
       WHERE data IS NOT NULL AND expires_at <= $1 AND (state = 'failed' OR due_at <= $1)`,
      [now],
    );
    // A letter at which the process died each time.
    await this.dataSource.query(
      `UPDATE letter SET state = 'failed', error = coalesce(error, 'other'), settled_at = $1
       WHERE state = 'queued' AND due_at <= $1 AND attempts >= $2`,
      [now, MAX_ATTEMPTS],
    );
    const longAgo = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
    await this.dataSource.query(`DELETE FROM letter WHERE data IS NULL AND settled_at < $1`, [longAgo]);
  }
}
