import {
  createDatabaseModule,
  databaseCheck,
  HealthModule,
  loggerModule,
  type LoggingOptions,
  migrationsCheck,
} from '@ceex/server';
import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccountsModule } from './accounts/accounts.module';
import { AuditModule } from './audit/audit.module';
import { AuthModule } from './auth/auth.module';
import { CommunitiesModule } from './communities/communities.module';
import type { BffConfig } from './config/bff-config';
import { ConfigModule } from './config/config.module';
import { bffDatabase } from './database/bff-database';
import { EngineClient } from './forwarding/engine-client';
import { ForwardingModule } from './forwarding/forwarding.module';
import { MailModule } from './mail/mail.module';
import { InvitationsModule } from './invitations/invitations.module';
import { MembersModule } from './members/members.module';
import { OpenApiModule } from './open-api.module';
import { PasskeysModule } from './passkeys/passkeys.module';
import { PrivacyModule } from './privacy/privacy.module';
import { WebConfigModule } from './web-config/web-config.module';

@Module({})
export class AppModule {
  /** `logs` is where log lines go; standard output by default. */
  static forRoot(config: BffConfig, logs?: LoggingOptions['destination']): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        loggerModule({ name: 'bff', level: config.LOG_LEVEL, destination: logs }),
        createDatabaseModule(bffDatabase(config.DATABASE_URL)),
        DiscoveryModule,
        MailModule,
        AuditModule,
        AuthModule,
        PasskeysModule,
        AccountsModule,
        PrivacyModule,
        ForwardingModule,
        InvitationsModule,
        MembersModule,
        CommunitiesModule,
        WebConfigModule,
        OpenApiModule,
        HealthModule.forRoot({
          path: 'api/health',
          imports: [ForwardingModule],
          inject: [DataSource, EngineClient],
          checks: (dataSource: DataSource, engine: EngineClient) => [
            databaseCheck(dataSource),
            migrationsCheck(dataSource),
            { name: 'engine', probe: () => engine.ready() },
          ],
        }),
      ],
    };
  }
}
