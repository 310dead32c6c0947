import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { ReadCommunitySummary } from './read-community-summary';

const { getCommunitySummary } = engineRoutes;

@Controller()
export class LedgerController {
  constructor(private readonly readCommunitySummary: ReadCommunitySummary) {}

  @Contract(getCommunitySummary)
  summary(
    @Input() { params, query }: InputOf<typeof getCommunitySummary>,
  ): Promise<OutputOf<typeof getCommunitySummary>> {
    return this.readCommunitySummary.run(params.communityId, query);
  }
}
