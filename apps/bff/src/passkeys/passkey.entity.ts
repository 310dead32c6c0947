import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity';

/** A passkey (WebAuthn credential) of an account. */
@Entity('passkey')
@Unique('passkey_credential_id_key', ['credentialId'])
@Index('passkey_user_id_idx', ['userId'])
export class Passkey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_pkey' })
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** What the authenticator calls it, in base64url. */
  @Column('text', { name: 'credential_id' })
  credentialId: string;

  /** COSE key. */
  @Column('bytea', { name: 'public_key' })
  publicKey: Buffer;

  /** Signatures so far, as the authenticator counts them; 0 for those that do not count. At most 2^32. */
  @Column('bigint', { transformer: { to: (count: number) => count, from: Number } })
  counter: number;

  @Column('text', { array: true })
  transports: string[];

  /** The authenticator's model; zeros where it does not say. */
  @Column('uuid')
  aaguid: string;

  /** It may be copied to other devices of its owner; this never changes. */
  @Column('boolean', { name: 'backup_eligible' })
  backupEligible: boolean;

  @Column('boolean', { name: 'backed_up' })
  backedUp: boolean;

  @Column('text')
  name: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  /** When its owner was last told that its counter went back. */
  @Column('timestamptz', { name: 'alarmed_at', nullable: true })
  alarmedAt: Date | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'passkey_user_id_fkey' })
  user: User;
}
