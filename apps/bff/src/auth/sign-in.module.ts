import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { SlowDownModule } from '../slow-down/slow-down.module';
import { UsersModule } from '../users/users.module';
import { FinishSignIn } from './finish-sign-in';

/** What every way to sign in ends with. */
@Module({
  imports: [UsersModule, SessionsModule, SlowDownModule],
  providers: [FinishSignIn],
  exports: [FinishSignIn, UsersModule, SessionsModule, SlowDownModule],
})
export class SignInModule {}
