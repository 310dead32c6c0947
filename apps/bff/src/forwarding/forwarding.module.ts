import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module';
import { EngineClient } from './engine-client';
import { Forward } from './forward';
import { ForwardingController } from './forwarding.controller';
import { LiveStreams } from './live-streams';

@Module({
  imports: [UsersModule],
  controllers: [ForwardingController],
  providers: [EngineClient, Forward, LiveStreams],
  exports: [EngineClient],
})
export class ForwardingModule {}
