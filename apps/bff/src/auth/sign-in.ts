import type { Credentials } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { type Grant, Sessions } from '../sessions/sessions';
import { Passwords } from '../users/passwords';
import { Users } from '../users/users';

/** Begins a session for whoever knows the password; an unknown address and a wrong password are told apart by nothing. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  async run({ email, password }: Credentials): Promise<Grant> {
    const user = await this.users.byEmail(email);
    const right = await this.passwords.matches(user?.passwordHash, password);
    if (!user || !right) throw new Failure('wrong-credentials');
    return this.sessions.begin(user.id);
  }
}
