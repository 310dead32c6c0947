import type { Language } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { PasswordPolicy } from './password-policy';
import { Passwords } from './passwords';
import { User } from './user.entity';

/** The one spelling of an e-mail address under which an account is kept. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

export interface NewUser {
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

/** An account as it was when its password, or what stands for it, was right. */
export type KnownUser = Pick<User, 'id' | 'passwordHash'>;

/** Reads and writes accounts. */
@Injectable()
export class Users {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
  ) {}

  byEmail(email: string, manager: EntityManager = this.dataSource.manager): Promise<User | null> {
    return manager.findOneBy(User, { email: normalEmail(email) });
  }

  /**
   * A new account, in the caller's transaction. The caller has made sure that the address is the new user's own.
   * Throws `password-refused`, and `conflict` where the address has an account already.
   */
  async create(manager: EntityManager, { email, password, language }: NewUser): Promise<User> {
    const normal = normalEmail(email);
    await this.policy.refuse(password, { email: normal });
    const passwordHash = await this.passwords.hash(password);
    const id = randomUUID();
    const made = await manager
      .createQueryBuilder()
      .insert()
      .into(User)
      .values({ id, email: normal, passwordHash, language, pseudonym: randomUUID() })
      .orIgnore()
      .returning('id')
      .execute();
    if ((made.raw as unknown[]).length === 0) throw new Failure('conflict');
    return manager.findOneByOrFail(User, { id });
  }

  /** Whether `password` is that of the account; false also where there is no such account. */
  async knowsPassword(userId: string, password: string): Promise<boolean> {
    return (await this.withPassword(userId, password)) !== undefined;
  }

  /** The account where `password` is its own. What follows from it holds only as long as `keepsPassword` does. */
  async withPassword(userId: string, password: string): Promise<User | undefined> {
    const user = await this.dataSource.getRepository(User).findOneBy({ id: userId });
    const right = await this.passwords.matches(user?.passwordHash, password);
    return right && user ? user : undefined;
  }

  /**
   * Whether the account still has the password that it had when it was read. Its row stays locked until the caller's
   * transaction ends: a password that is set meanwhile waits, and then finds what this transaction did.
   */
  async keepsPassword(manager: EntityManager, { id, passwordHash }: KnownUser): Promise<boolean> {
    const user = await manager.findOne(User, { where: { id }, lock: { mode: 'for_no_key_update' } });
    return user?.passwordHash === passwordHash;
  }

  /** Hashes the password anew; false where the account has another one by now. */
  async hashAnew({ id, passwordHash }: KnownUser, password: string): Promise<boolean> {
    const anew = { passwordHash: await this.passwords.hash(password) };
    const { affected } = await this.dataSource.getRepository(User).update({ id, passwordHash }, anew);
    return affected === 1;
  }

  /** Sets a password that the policy has let through, in the caller's transaction. */
  async setPassword(manager: EntityManager, userId: string, password: string): Promise<void> {
    await manager.update(User, { id: userId }, { passwordHash: await this.passwords.hash(password) });
  }

  async setLanguage(userId: string, language: Language): Promise<void> {
    await this.dataSource.getRepository(User).update({ id: userId }, { language });
  }
}
