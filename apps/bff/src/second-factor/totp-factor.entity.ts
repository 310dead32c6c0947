import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** The authenticator app of an account: asked for after the password once it is confirmed. */
@Entity('totp_factor')
export class TotpFactor {
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'totp_factor_pkey' })
  userId: string;

  /** The shared secret, encrypted (see `SecretSeal`). */
  @Column('bytea', { name: 'sealed_secret' })
  sealedSecret: Buffer;

  /** The key that encrypted it, so that keys may rotate. */
  @Column('text', { name: 'key_id' })
  keyId: string;

  @Column('timestamptz', { name: 'begun_at' })
  begunAt: Date;

  /** Null until a code showed that the app has the secret. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** The time step of the last code that was taken: no code of it or of one before it is taken again. */
  @Column('integer', { name: 'last_step', nullable: true })
  lastStep: number | null;

  /** Wrong codes in a row, over all sign-ins. */
  @Column('integer', { name: 'wrong_codes', default: 0 })
  wrongCodes: number;

  /** Until then no code is looked at. */
  @Column('timestamptz', { name: 'wait_until', nullable: true })
  waitUntil: Date | null;

  @OneToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'totp_factor_user_id_fkey' })
  user: User;
}
