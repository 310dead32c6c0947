import { Module } from '@nestjs/common';
import { LiveController } from './live.controller';
import { LiveEvents } from './live-events';
import { LiveEventsRepository } from './live-events.repository';

/** What happens in a community, told as it happens. */
@Module({ controllers: [LiveController], providers: [LiveEvents, LiveEventsRepository] })
export class LiveModule {}
