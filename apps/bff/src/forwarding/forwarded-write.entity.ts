import type { AuditAction } from '@ceex/contracts';
import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AuditValue } from '../audit/audit-value';

/** A write on its way to the engine: there before it is sent, gone when the audit log has it. */
@Entity('forwarded_write')
@Index('forwarded_write_asked_at_idx', ['askedAt'])
export class ForwardedWrite {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'forwarded_write_pkey' })
  id: string;

  @Column('uuid', { name: 'actor_id' })
  actorId: string;

  @Column('integer', { name: 'community_id', nullable: true })
  communityId: number | null;

  @Column('text')
  action: AuditAction;

  @Column('jsonb')
  subject: Record<string, string | number>;

  @Column('jsonb', { nullable: true })
  before: AuditValue;

  @Column('jsonb', { nullable: true })
  after: AuditValue;

  @CreateDateColumn({ type: 'timestamptz', name: 'asked_at' })
  askedAt: Date;
}
