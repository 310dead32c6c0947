import type { Credentials } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { Passwords } from '../users/passwords';
import type { User } from '../users/user.entity';
import { Users } from '../users/users';

/** Knows a user by address and password; an unknown address and a wrong password are told apart by nothing. */
@Injectable()
export class SignIn {
  constructor(
    private readonly users: Users,
    private readonly passwords: Passwords,
  ) {}

  /** The user whose credentials these are. Throws `wrong-credentials`. What else is asked of the user comes after. */
  async run(credentials: Credentials): Promise<User> {
    const { email, password } = credentials;
    const user = await this.users.byEmail(email);
    const right = await this.passwords.matches(user?.passwordHash, password);
    if (!user || !right) throw new Failure('wrong-credentials');
    // The only moment when the password is known: a hash of an older cost is made anew.
    if (!this.passwords.isOutdated(user.passwordHash)) return user;
    await this.users.hashAnew(user, password);
    // Another password may have been set meanwhile, perhaps because somebody else knew this one: it is looked at again.
    return this.run(credentials);
  }
}
