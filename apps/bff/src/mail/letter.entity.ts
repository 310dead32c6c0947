import type { Language, LetterError, LetterKind, LetterState } from '@ceex/contracts';
import { Check, Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { LetterData } from './letters';

/** A letter in the outbox, and what became of it. */
@Entity('letter')
@Index('letter_due_idx', ['dueAt'], { where: "state = 'queued'" })
@Index('letter_expires_at_idx', ['expiresAt'], { where: 'data IS NOT NULL' })
@Index('letter_community_idx', ['communityId', 'id'])
@Index('letter_recipient_idx', ['recipient'])
@Check('letter_language', "language IN ('de', 'en', 'fr', 'it')")
@Check('letter_state', "state IN ('queued', 'sent', 'failed', 'expired')")
@Check('letter_wiped', "state IN ('queued', 'failed') OR data IS NULL")
export class LetterRow {
  /** Counts up: a larger id is a later letter. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'letter_pkey',
  })
  id: string;

  @Column('integer', { name: 'community_id', nullable: true })
  communityId: number | null;

  @Column('text')
  kind: LetterKind;

  @Column('text')
  language: Language;

  @Column('text')
  recipient: string;

  /** Holds secret links: wiped as soon as the letter was sent or has expired. */
  @Column('jsonb', { nullable: true })
  data: LetterData[LetterKind] | null;

  @Column('text')
  state: LetterState;

  /** Deliveries begun. It also tells one delivery from the next: only the latest may write down how it ended. */
  @Column('integer')
  attempts: number;

  /** When the next delivery may begin. While one is under way: when it counts as lost with the program that made it. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt: Date;

  /** Why the last delivery did not succeed. */
  @Column('text', { nullable: true })
  error: LetterError | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** When it was sent, given up or expired. */
  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;
}
