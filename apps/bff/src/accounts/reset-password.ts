import type { LinkState } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OneTimeTokens } from '../users/one-time-tokens';
import { PasswordPolicy } from '../users/password-policy';
import { User } from '../users/user.entity';
import { SetPassword } from './set-password';

/** Sets a new password for whoever reads the account's mail. A second factor stays as it is, and is still asked for. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tokens: OneTimeTokens,
    private readonly policy: PasswordPolicy,
    private readonly setPassword: SetPassword,
  ) {}

  /** Whether the link still works, and for which account. */
  async check(token: string, now = new Date()): Promise<LinkState> {
    const known = await this.tokens.peek(this.dataSource.manager, 'reset-password', token, now);
    return known ? { usable: true, email: known.subject } : { usable: false };
  }

  /** Throws `link-not-valid`, or `password-refused`, which does not use the link up. */
  run(token: string, password: string, now = new Date()): Promise<User> {
    return this.dataSource.transaction(async (manager) => {
      const used = await this.tokens.use(manager, 'reset-password', token, now);
      const user = used?.userId ? await manager.findOneBy(User, { id: used.userId }) : null;
      if (!user) throw new Failure('link-not-valid');
      await this.policy.refuse(password, user);
      await this.setPassword.run(manager, user, password, 'letter', now);
      return user;
    });
  }
}
