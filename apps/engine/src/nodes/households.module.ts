import { Module } from '@nestjs/common';
import { MarketModule } from '../market/market.module';
import { NodesController } from './nodes.controller';
import { ReadNodeProfile } from './read-node-profile';
import { ReadNodeStrategy } from './read-node-strategy';

/** What a household sees and sets of itself. Its limits stand on the market's price ruler. */
@Module({
  imports: [MarketModule],
  controllers: [NodesController],
  providers: [ReadNodeProfile, ReadNodeStrategy],
})
export class HouseholdsModule {}
