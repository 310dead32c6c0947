import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { TokenPurpose } from './one-time-tokens';
import { User } from './user.entity';

/** What one link of one letter is good for, once. The link's text itself is not kept. */
@Entity('one_time_token')
@Index('one_time_token_user_id_idx', ['userId'])
@Index('one_time_token_expires_at_idx', ['expiresAt'])
export class OneTimeToken {
  /** SHA-256 of the text. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'one_time_token_pkey' })
  hash: Buffer;

  @Column('text')
  purpose: TokenPurpose;

  /** Whose it is; null where there is no account yet. */
  @Column('uuid', { name: 'user_id', nullable: true })
  userId: string | null;

  /** What it is about, such as the e-mail address that it confirms. */
  @Column('text')
  subject: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'one_time_token_user_id_fkey' })
  user: User;
}
