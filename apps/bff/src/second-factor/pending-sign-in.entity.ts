import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** Somebody knew the password and has not shown the second factor yet. */
@Entity('pending_sign_in')
@Index('pending_sign_in_user_id_idx', ['userId'])
@Index('pending_sign_in_expires_at_idx', ['expiresAt'])
export class PendingSignIn {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pending_sign_in_pkey' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** SHA-256 of the password's hash: a new password makes the first step worthless. */
  @Column('bytea', { name: 'password_version' })
  passwordVersion: Buffer;

  @Column('integer', { default: 0 })
  tries: number;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'pending_sign_in_user_id_fkey' })
  user: User;
}
