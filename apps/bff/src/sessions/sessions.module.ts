import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { MailModule } from '../mail/mail.module';
import { ForgetExpiredSessions } from './forget-expired-sessions';
import { SessionCookies } from './session-cookies';
import { SessionKeys } from './session-keys';
import { SessionLife } from './session-life';
import { Sessions } from './sessions';
import { TellOfReuse } from './tell-of-reuse';

@Module({
  imports: [AuditModule, MailModule],
  providers: [
    Sessions,
    SessionCookies,
    SessionLife,
    TellOfReuse,
    ForgetExpiredSessions,
    { provide: SessionKeys, inject: [BFF_CONFIG], useFactory: (config: BffConfig) => new SessionKeys(config.keys) },
  ],
  exports: [Sessions, SessionCookies, SessionKeys],
})
export class SessionsModule {}
