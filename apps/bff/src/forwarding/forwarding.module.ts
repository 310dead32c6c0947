import { Module } from '@nestjs/common';
import { EngineClient } from './engine-client';
import { Forward } from './forward';
import { ForwardingController } from './forwarding.controller';

@Module({ controllers: [ForwardingController], providers: [EngineClient, Forward], exports: [EngineClient] })
export class ForwardingModule {}
