import { Module } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { Callers } from './callers';
import { OneTimeTokens } from './one-time-tokens';
import { PasswordPolicy } from './password-policy';
import { Passwords } from './passwords';
import { Users } from './users';

@Module({
  providers: [
    Users,
    Callers,
    OneTimeTokens,
    PasswordPolicy,
    { provide: Passwords, inject: [BFF_CONFIG], useFactory: (config: BffConfig) => new Passwords(config) },
  ],
  exports: [Users, Callers, OneTimeTokens, PasswordPolicy, Passwords],
})
export class UsersModule {}
