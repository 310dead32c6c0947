import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { ThrottlerModule } from '@nestjs/throttler';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { SessionsModule } from '../sessions/sessions.module';
import { UsersModule } from '../users/users.module';
import { AuthController } from './auth.controller';
import { SameOriginGuard } from './same-origin-guard';
import { SessionGuard } from './session-guard';
import { SessionStrategy } from './session-strategy';
import { SignIn } from './sign-in';
import { signInLimits } from './sign-in-limit';

@Module({
  imports: [
    UsersModule,
    SessionsModule,
    PassportModule.register({ session: false }),
    ThrottlerModule.forRootAsync({ inject: [BFF_CONFIG], useFactory: (config: BffConfig) => signInLimits(config) }),
  ],
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
