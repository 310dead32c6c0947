import { Module } from '@nestjs/common';
import { MetricsModule } from '../metrics/metrics.module';
import { LedgerController } from './ledger.controller';
import { LedgerRepository } from './ledger.repository';
import { ReadCommunitySummary } from './read-community-summary';

@Module({
  imports: [MetricsModule],
  controllers: [LedgerController],
  providers: [LedgerRepository, ReadCommunitySummary],
  exports: [LedgerRepository],
})
export class LedgerModule {}
