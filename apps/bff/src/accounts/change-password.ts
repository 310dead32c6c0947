import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../users/caller';
import { PasswordPolicy } from '../users/password-policy';
import { Users } from '../users/users';
import { SetPassword } from './set-password';

/** Changes the password of whoever is signed in and knows the present one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: Users,
    private readonly policy: PasswordPolicy,
    private readonly setPassword: SetPassword,
  ) {}

  /** Throws `wrong-password` or `password-refused`. */
  async run(caller: Caller, current: string, password: string, now = new Date()): Promise<void> {
    const user = await this.users.withPassword(caller.userId, current);
    if (!user) throw new Failure('wrong-password');
    await this.policy.refuse(password, caller);
    await this.dataSource.transaction(async (manager) => {
      // Somebody may have set another one by a letter meanwhile, because this one was known to others.
      if (!(await this.users.keepsPassword(manager, user))) throw new Failure('wrong-password');
      await this.setPassword.run(manager, user, password, caller, now);
    });
  }
}
