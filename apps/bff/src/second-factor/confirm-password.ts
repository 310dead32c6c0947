import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { SlowDown } from '../slow-down/slow-down';
import { Users } from '../users/users';

/** Asks whoever is signed in for the password again, before something changes that protects the account. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly users: Users,
    private readonly slowDown: SlowDown,
  ) {}

  /** Forgives the tries before the right password. Throws `wrong-password`. */
  async run(userId: string, password: string, request: Request): Promise<void> {
    if (!(await this.users.knowsPassword(userId, password))) throw new Failure('wrong-password');
    await this.slowDown.forgiveAll(request);
  }
}
