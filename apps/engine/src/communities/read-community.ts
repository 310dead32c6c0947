import { Injectable } from '@nestjs/common';
import type { Community } from '@ceex/contracts';
import { CommunitiesRepository } from './communities.repository';
import { FindCommunity } from './find-community';

/** A community, its rules and its tariffs. */
@Injectable()
export class ReadCommunity {
  constructor(
    private readonly findCommunity: FindCommunity,
    private readonly communities: CommunitiesRepository,
  ) {}

  async run(communityId: number): Promise<Community> {
    const [row, tariffs] = await Promise.all([
      this.findCommunity.byId(communityId),
      this.communities.tariffs(communityId),
    ]);
    const { name, timeZone, currency, gridOperator, status } = row;
    const { pricing, k, discountLevel, volumes, deadlineMinutes } = row;
    const rules = { pricing, k, discountLevel, volumes, deadlineMinutes };
    return { communityId, name, timeZone, currency, gridOperator, rules, tariffs, status };
  }
}
