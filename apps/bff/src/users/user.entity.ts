import type { Language } from '@ceex/contracts';
import { Check, Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody who may sign in. */
@Entity('user_account')
@Unique('user_account_email_key', ['email'])
@Unique('user_account_pseudonym_key', ['pseudonym'])
@Check('user_account_email_lower', 'email = lower(email)')
@Check('user_account_language', "language IN ('de', 'en', 'fr', 'it')")
export class User {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'user_account_pkey' })
  id: string;

  /** In lower case, so that one address is one account however it is typed. */
  @Column('text')
  email: string;

  /** argon2id in PHC format. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('text')
  language: Language;

  /** By this, and nothing else, the engine knows the user. */
  @Column('uuid')
  pseudonym: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
