import { Module } from '@nestjs/common';
import { ReadNodeTrades } from './read-node-trades';
import { TradesController } from './trades.controller';
import { TradesRepository } from './trades.repository';

@Module({ controllers: [TradesController], providers: [TradesRepository, ReadNodeTrades] })
export class TradesModule {}
