import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller';
import { MetricsRepository } from './metrics.repository';
import { ReadNodeMetrics } from './read-node-metrics';

@Module({
  controllers: [MetricsController],
  providers: [MetricsRepository, ReadNodeMetrics],
  exports: [MetricsRepository],
})
export class MetricsModule {}
