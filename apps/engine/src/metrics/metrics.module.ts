import { Module } from '@nestjs/common';
import { MetricsController } from './metrics.controller';
import { MetricsRepository } from './metrics.repository';
import { NodeHoursRepository } from './node-hours.repository';
import { ReadNodeHeatMap } from './read-node-heat-map';
import { ReadNodeMetrics } from './read-node-metrics';

@Module({
  controllers: [MetricsController],
  providers: [MetricsRepository, NodeHoursRepository, ReadNodeHeatMap, ReadNodeMetrics],
  exports: [MetricsRepository],
})
export class MetricsModule {}
