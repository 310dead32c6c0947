import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

export type EndReason = 'signed-out' | 'ended' | 'reused';

/** One sign-in on one device: a family of refresh tokens of which one is valid at a time. */
@Entity('session')
@Index('session_user_id_idx', ['userId'])
@Index('session_expires_at_idx', ['expiresAt'])
@Check('session_end_reason', "end_reason IN ('signed-out', 'ended', 'reused')")
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** SHA-256 of the refresh token that is valid now. */
  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  /** SHA-256 of the one before it: still good for an access token in the seconds after the rotation. */
  @Column('bytea', { name: 'previous_token_hash', nullable: true })
  previousTokenHash: Buffer | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** When the refresh token was last rotated. */
  @Column('timestamptz', { name: 'last_used_at' })
  lastUsedAt: Date;

  /** When nobody will have used it for too long, or when it has lasted for too long: whichever comes first. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Its browser signed out, it was ended from elsewhere, or a rotated token came back. */
  @Column('text', { name: 'end_reason', nullable: true })
  endReason: EndReason | null;

  /** Browser and system at sign-in ("Firefox on Linux"), for the user's own list; of the address nothing is kept. */
  @Column('text')
  device: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'session_user_id_fkey' })
  user: User;
}
