import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { KnownSessionTokens } from '../sessions/known-session-tokens';
import { SessionsModule } from '../sessions/sessions.module';
import { UsersModule } from '../users/users.module';
import { AccessLog } from './access-log';
import { AuditedWrites } from './audited-writes';
import { CallLimits } from './call-limits';
import { EngineCircuit } from './engine-circuit';
import { EngineClient } from './engine-client';
import { EnginePool } from './engine-pool';
import { Forward } from './forward';
import { ForwardingController } from './forwarding.controller';
import { LiveStreams } from './live-streams';
import { QuickReads } from './quick-reads';
import { ReadEngine } from './read-engine';
import { SettleLostWrites } from './settle-lost-writes';
import { SignedClaims } from './signed-claims';

@Module({
  imports: [UsersModule, SessionsModule, AuditModule],
  controllers: [ForwardingController],
  providers: [
    ...[EngineClient, EngineCircuit, EnginePool, ReadEngine],
    ...[Forward, LiveStreams, QuickReads, AccessLog, AuditedWrites, SettleLostWrites],
    ...[CallLimits, SignedClaims, KnownSessionTokens],
  ],
  exports: [EngineClient],
})
export class ForwardingModule {}
