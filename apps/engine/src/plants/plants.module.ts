import { Module } from '@nestjs/common';
import { ChangePlants } from './change-plants';
import { PlantsController } from './plants.controller';
import { PlantsRepository } from './plants.repository';
import { PreviewPlant } from './preview-plant';
import { ReadNodePlants } from './read-node-plants';
import { ReadNodeProduction } from './read-node-production';

/** PV systems and batteries of households, and what the sun can be expected to give them. */
@Module({
  controllers: [PlantsController],
  providers: [PlantsRepository, ReadNodePlants, ReadNodeProduction, ChangePlants, PreviewPlant],
  exports: [PlantsRepository],
})
export class PlantsModule {}
