import type { AuditAction } from '@ceex/contracts';
import { Column, CreateDateColumn, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { AuditValue } from './audit-value';

/** One line of the audit log. The database refuses to change or delete it. */
@Entity('audit_entry')
@Index('audit_entry_community_idx', ['communityId', 'id'])
@Index('audit_entry_actor_idx', ['actorId', 'id'])
export class AuditEntry {
  /** Counts up: a larger id is a later entry. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'audit_entry_pkey',
  })
  id: string;

  @CreateDateColumn({ name: 'at', type: 'timestamptz' })
  at: Date;

  /** Who did it; null where the server did it by itself. Not a foreign key: the entry outlives the account. */
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('integer', { name: 'community_id', nullable: true })
  communityId: number | null;

  @Column('text')
  action: AuditAction;

  /** What it was done to, by ids. */
  @Column('jsonb')
  subject: Record<string, string | number | undefined>;

  @Column('jsonb', { nullable: true })
  before: AuditValue;

  @Column('jsonb', { nullable: true })
  after: AuditValue;
}
