import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { KnownDevices } from './known-devices';
import { SlowDown } from './slow-down';
import { SlowDownGuard } from './slow-down-guard';

@Module({
  imports: [SessionsModule],
  providers: [SlowDown, KnownDevices, SlowDownGuard],
  exports: [SlowDown, KnownDevices, SlowDownGuard],
})
export class SlowDownModule {}
