import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module';
import { FlowsController } from './flows.controller';
import { FlowsRepository } from './flows.repository';
import { ReadCommunityFlows } from './read-community-flows';
import { ReadCommunityHistory } from './read-community-history';

/** A community as its members and its operator see it: what flows, and what the market did. */
@Module({
  imports: [LedgerModule],
  controllers: [FlowsController],
  providers: [FlowsRepository, ReadCommunityFlows, ReadCommunityHistory],
})
export class FlowsModule {}
