import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { Controller } from '@nestjs/common';
import { DirectoryRepository } from './directory.repository';
import { FindCommunity } from './find-community';

const { listCommunities, getHouseholds } = engineRoutes;

@Controller()
export class DirectoryController {
  constructor(
    private readonly directory: DirectoryRepository,
    private readonly findCommunity: FindCommunity,
  ) {}

  @Contract(listCommunities)
  async communities(
    @Input() { query: { after = 0, limit } }: InputOf<typeof listCommunities>,
  ): Promise<OutputOf<typeof listCommunities>> {
    // One more than asked for tells whether there is another page.
    const found = await this.directory.communities(after, limit + 1);
    const communities = found.slice(0, limit);
    const next = found.length > limit ? (communities.at(-1)?.communityId ?? null) : null;
    return { communities, next };
  }

  @Contract(getHouseholds)
  async households(
    @Input() { params: { communityId } }: InputOf<typeof getHouseholds>,
  ): Promise<OutputOf<typeof getHouseholds>> {
    const [{ name }, households] = await Promise.all([
      this.findCommunity.byId(communityId),
      this.directory.households(communityId),
    ]);
    return { communityId, name, households };
  }
}
