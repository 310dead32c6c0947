import { Injectable } from '@nestjs/common';
import { Failure } from '@ceex/server';
import { CommunitiesRepository, type CommunityRow } from './communities.repository';
import { TariffBook } from './tariff-book';

/** A community with the tariffs that price its energy. */
export interface PricedCommunity extends CommunityRow {
  readonly tariffBook: TariffBook;
}

/** Finds communities for the use cases. Refused with `not-found` where there is none. */
@Injectable()
export class FindCommunity {
  constructor(private readonly communities: CommunitiesRepository) {}

  async byId(communityId: number): Promise<CommunityRow> {
    const community = await this.communities.find(communityId);
    if (!community) throw new Failure('not-found', { detail: `There is no community ${communityId}.` });
    return community;
  }

  async priced(communityId: number): Promise<PricedCommunity> {
    const [community, tariffs] = await Promise.all([this.byId(communityId), this.communities.tariffs(communityId)]);
    return { ...community, tariffBook: new TariffBook(tariffs, community.timeZone) };
  }
}
