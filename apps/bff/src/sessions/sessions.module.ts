import { Module } from '@nestjs/common';
import { ForgetExpiredSessions } from './forget-expired-sessions';
import { SessionCookies } from './session-cookies';
import { Sessions } from './sessions';

@Module({ providers: [Sessions, SessionCookies, ForgetExpiredSessions], exports: [Sessions, SessionCookies] })
export class SessionsModule {}
