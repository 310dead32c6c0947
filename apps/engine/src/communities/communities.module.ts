import { Global, Module } from '@nestjs/common';
import { CommunitiesController } from './communities.controller';
import { CommunitiesRepository } from './communities.repository';
import { DirectoryController } from './directory.controller';
import { DirectoryRepository } from './directory.repository';
import { FindCommunity } from './find-community';
import { ReadCommunity } from './read-community';
import { ReadGrid } from './read-grid';
import { ReadingsController } from './readings.controller';

/** Communities, their grids and tariffs. Global, because every other part begins by finding its community. */
@Global()
@Module({
  controllers: [CommunitiesController, DirectoryController, ReadingsController],
  providers: [CommunitiesRepository, DirectoryRepository, FindCommunity, ReadCommunity, ReadGrid],
  exports: [CommunitiesRepository, FindCommunity],
})
export class CommunitiesModule {}
