import type { Language } from '@ceex/contracts';
import { Check, Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody asked for a letter to this address. Which letter it will be, if any, is found out after the answer. */
@Entity('mail_request')
@Check('mail_request_kind', "kind IN ('reset-password', 'register')")
export class MailRequest {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'mail_request_pkey',
  })
  id: string;

  @Column('text')
  kind: 'reset-password' | 'register';

  @Column('text')
  email: string;

  @Column('text', { nullable: true })
  language: Language | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
