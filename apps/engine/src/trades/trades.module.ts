import { Module } from '@nestjs/common';
import { NeighboursRepository } from './neighbours.repository';
import { ReadNodeNeighbours } from './read-node-neighbours';
import { ReadNodeTrades } from './read-node-trades';
import { TradesController } from './trades.controller';
import { TradesRepository } from './trades.repository';

@Module({
  controllers: [TradesController],
  providers: [NeighboursRepository, ReadNodeNeighbours, TradesRepository, ReadNodeTrades],
})
export class TradesModule {}
