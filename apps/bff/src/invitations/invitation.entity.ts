import { type InvitationKind, type Language } from '@ceex/contracts';
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { User } from '../users/user.entity';

/**
 * An invitation by e-mail. The link in the letter carries a token of which only the hash is here; a letter sent again
 * carries a new one. It is open until it is accepted, withdrawn, or its time is over.
 */
@Entity('invitation')
@Unique('invitation_token_hash_key', ['tokenHash'])
@Index('invitation_community_id_idx', ['communityId', 'id'])
@Index('invitation_email_idx', ['email'])
@Check('invitation_kind', "kind IN ('member', 'operator', 'share')")
@Check('invitation_email_lower', 'email = lower(email)')
@Check('invitation_nodes', "cardinality(node_ids) > 0 OR kind = 'operator'")
export class Invitation {
  /** Counts up, so that lists can be read page by page. */
  @PrimaryGeneratedColumn('identity', {
    type: 'integer',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'invitation_pkey',
  })
  id: number;

  @Column('text')
  kind: InvitationKind;

  @Column('integer', { name: 'community_id' })
  communityId: number;

  @Column('integer', { name: 'node_ids', array: true })
  nodeIds: number[];

  @Column('text')
  email: string;

  /** In which the letter is written, and which the account has at first. */
  @Column('text')
  language: Language;

  /** SHA-256 of the token in the last letter. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @ManyToOne(() => User, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'invited_by', foreignKeyConstraintName: 'invitation_invited_by_fkey' })
  inviter: User | null;
}
