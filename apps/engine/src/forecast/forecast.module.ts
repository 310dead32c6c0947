import { Module } from '@nestjs/common';
import { PlantsModule } from '../plants/plants.module';
import { ForecastController } from './forecast.controller';
import { ForecastRepository } from './forecast.repository';
import { ReadNodeForecast } from './read-node-forecast';

/** What the next day will bring a household, and how much that is worth. */
@Module({
  imports: [PlantsModule],
  controllers: [ForecastController],
  providers: [ForecastRepository, ReadNodeForecast],
})
export class ForecastModule {}
