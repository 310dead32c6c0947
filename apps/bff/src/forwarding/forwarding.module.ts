import { Module } from '@nestjs/common';
import { KnownSessionTokens } from '../sessions/known-session-tokens';
import { SessionsModule } from '../sessions/sessions.module';
import { UsersModule } from '../users/users.module';
import { AccessLog } from './access-log';
import { CallLimits } from './call-limits';
import { EngineCircuit } from './engine-circuit';
import { EngineClient } from './engine-client';
import { EnginePool } from './engine-pool';
import { Forward } from './forward';
import { ForwardingController } from './forwarding.controller';
import { LiveStreams } from './live-streams';
import { QuickReads } from './quick-reads';
import { ReadEngine } from './read-engine';
import { SignedClaims } from './signed-claims';

@Module({
  imports: [UsersModule, SessionsModule],
  controllers: [ForwardingController],
  providers: [
    ...[EngineClient, EngineCircuit, EnginePool, ReadEngine],
    ...[Forward, LiveStreams, QuickReads, AccessLog],
    ...[CallLimits, SignedClaims, KnownSessionTokens],
  ],
  exports: [EngineClient],
})
export class ForwardingModule {}
