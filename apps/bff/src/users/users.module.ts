import { Module } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { Callers } from './callers';
import { Passwords } from './passwords';
import { Users } from './users';

@Module({
  providers: [
    Users,
    Callers,
    { provide: Passwords, inject: [BFF_CONFIG], useFactory: (config: BffConfig) => new Passwords(config) },
  ],
  exports: [Users, Callers, Passwords],
})
export class UsersModule {}
