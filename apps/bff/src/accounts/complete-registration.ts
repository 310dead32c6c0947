import type { Language, LinkState } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { OneTimeTokens } from '../users/one-time-tokens';
import type { User } from '../users/user.entity';
import { Users } from '../users/users';

/** Makes the account that somebody registered for. The link of the letter proves whose the address is. */
@Injectable()
export class CompleteRegistration {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tokens: OneTimeTokens,
    private readonly users: Users,
    private readonly audit: AuditLog,
  ) {}

  /** Whether the link still works, and for which address. */
  async check(token: string, now = new Date()): Promise<LinkState> {
    const known = await this.tokens.peek(this.dataSource.manager, 'register', token, now);
    return known ? { usable: true, email: known.subject } : { usable: false };
  }

  /** Throws `link-not-valid`, `conflict` where the address has an account by now, or `password-refused` (the link stays good). */
  run(token: string, password: string, language: Language, now = new Date()): Promise<User> {
    return this.dataSource.transaction(async (manager) => {
      const used = await this.tokens.use(manager, 'register', token, now);
      if (!used) throw new Failure('link-not-valid');
      const user = await this.users.create(manager, { email: used.subject, password, language });
      const subject = { userId: user.id };
      await this.audit.record(manager, { actorId: user.id, action: 'account-created', subject });
      return user;
    });
  }
}
