import { Check, Column, CreateDateColumn, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { User } from './user.entity';

/** A change of an account's address that waits until both addresses have confirmed it. */
@Entity('email_change')
@Check('email_change_new_email_lower', 'new_email = lower(new_email)')
export class EmailChangeRow {
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'email_change_pkey' })
  userId: string;

  @Column('text', { name: 'new_email' })
  newEmail: string;

  @Column('timestamptz', { name: 'old_confirmed_at', nullable: true })
  oldConfirmedAt: Date | null;

  @Column('timestamptz', { name: 'new_confirmed_at', nullable: true })
  newConfirmedAt: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @OneToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'email_change_user_id_fkey' })
  user: User;
}
