import { Controller } from '@nestjs/common';
import { engineRoutes, type Claims } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { Caller } from '../auth/caller';
import { ReadCommunityFlows } from './read-community-flows';
import { ReadCommunityHistory } from './read-community-history';

const { getCommunityFlows, getCommunityHistory } = engineRoutes;

@Controller()
export class FlowsController {
  constructor(
    private readonly readCommunityFlows: ReadCommunityFlows,
    private readonly readCommunityHistory: ReadCommunityHistory,
  ) {}

  @Contract(getCommunityFlows)
  flows(
    @Input() { params, query }: InputOf<typeof getCommunityFlows>,
    @Caller() caller: Claims,
  ): Promise<OutputOf<typeof getCommunityFlows>> {
    return this.readCommunityFlows.run(params.communityId, query, caller);
  }

  @Contract(getCommunityHistory)
  history(
    @Input() { params, query }: InputOf<typeof getCommunityHistory>,
    @Caller() caller: Claims,
  ): Promise<OutputOf<typeof getCommunityHistory>> {
    return this.readCommunityHistory.run(params.communityId, query, caller);
  }
}
