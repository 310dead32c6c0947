import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../users/caller';
import { PasswordPolicy } from '../users/password-policy';
import { User } from '../users/user.entity';
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

  /** Throws `wrong-credentials` or `password-refused`. */
  async run(caller: Caller, current: string, password: string, now = new Date()): Promise<void> {
    if (!(await this.users.knowsPassword(caller.userId, current))) throw new Failure('wrong-credentials');
    await this.policy.refuse(password, caller);
    await this.dataSource.transaction(async (manager) => {
      const user = await manager.findOneByOrFail(User, { id: caller.userId });
      await this.setPassword.run(manager, user, password, caller, now);
    });
  }
}
