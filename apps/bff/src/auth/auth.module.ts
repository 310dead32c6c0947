import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { SecondFactorModule } from '../second-factor/second-factor.module';
import { AuthController } from './auth.controller';
import { SameOriginGuard } from './same-origin-guard';
import { SessionGuard } from './session-guard';
import { SessionStrategy } from './session-strategy';
import { SignIn } from './sign-in';
import { SignInModule } from './sign-in.module';

@Module({
  imports: [SignInModule, SecondFactorModule, PassportModule.register({ session: false })],
  controllers: [AuthController],
  // Guards run in this order: a forged request is refused before anybody asks whose cookie it carries.
  providers: [
    SignIn,
    SessionStrategy,
    { provide: APP_GUARD, useClass: SameOriginGuard },
    { provide: APP_GUARD, useClass: SessionGuard },
  ],
})
export class AuthModule {}
