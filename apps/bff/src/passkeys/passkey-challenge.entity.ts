import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Session } from '../sessions/session.entity';

/** A challenge that no authenticator has answered yet: answering it, rightly or wrongly, deletes it. */
@Entity('passkey_challenge')
@Index('passkey_challenge_session_id_idx', ['sessionId'])
@Index('passkey_challenge_expires_at_idx', ['expiresAt'])
export class PasskeyChallenge {
  @PrimaryColumn('bytea', { name: 'challenge_hash', primaryKeyConstraintName: 'passkey_challenge_pkey' })
  challengeHash: Buffer;

  /** The session that may make a passkey with it; null: it is for signing in. */
  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @ManyToOne(() => Session, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'passkey_challenge_session_id_fkey' })
  session: Session | null;
}
