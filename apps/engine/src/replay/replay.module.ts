import { Module } from '@nestjs/common';
import { MetricsModule } from '../metrics/metrics.module';
import { ActualTotals } from './actual-totals';
import { PastBlocks } from './past-blocks';
import { PastOrdersRepository } from './past-orders.repository';
import { ReplayPool } from './replay-pool';
import { ReplayStrategy } from './replay-strategy';
import { ReplayWorkerFile } from './replay-worker-file';
import { ReplayController } from './replay.controller';

/** What if: the past cleared again with another strategy of one household. */
@Module({
  imports: [MetricsModule],
  controllers: [ReplayController],
  providers: [ActualTotals, PastBlocks, PastOrdersRepository, ReplayPool, ReplayStrategy, ReplayWorkerFile],
})
export class ReplayModule {}
