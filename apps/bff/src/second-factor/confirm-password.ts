import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { Users } from '../users/users';

/** Asks whoever is signed in for the password again, before something changes that protects the account. */
@Injectable()
export class ConfirmPassword {
  constructor(private readonly users: Users) {}

  /** Throws `wrong-password`. */
  async run(userId: string, password: string): Promise<void> {
    if (!(await this.users.knowsPassword(userId, password))) throw new Failure('wrong-password');
  }
}
