import { Module } from '@nestjs/common';
import { MetricsModule } from '../metrics/metrics.module';
import { ClearingsRepository } from './clearings.repository';
import { MarketController } from './market.controller';
import { MeterRepository } from './meter.repository';
import { ReadClearings } from './read-clearings';
import { ReadMarket } from './read-market';
import { ReadNodeNow } from './read-node-now';
import { ReadRuler } from './read-ruler';
import { ReplayClearing } from './replay-clearing';

@Module({
  imports: [MetricsModule],
  controllers: [MarketController],
  providers: [ClearingsRepository, MeterRepository, ReadClearings, ReadMarket, ReadNodeNow, ReadRuler, ReplayClearing],
  exports: [ReadRuler],
})
export class MarketModule {}
