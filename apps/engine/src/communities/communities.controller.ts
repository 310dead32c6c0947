import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { ReadCommunity } from './read-community';
import { ReadGrid } from './read-grid';

const { getCommunity, getGrid } = engineRoutes;

@Controller()
export class CommunitiesController {
  constructor(
    private readonly readCommunity: ReadCommunity,
    private readonly readGrid: ReadGrid,
  ) {}

  @Contract(getCommunity)
  community(@Input() { params }: InputOf<typeof getCommunity>): Promise<OutputOf<typeof getCommunity>> {
    return this.readCommunity.run(params.communityId);
  }

  @Contract(getGrid)
  grid(@Input() { params }: InputOf<typeof getGrid>): Promise<OutputOf<typeof getGrid>> {
    return this.readGrid.run(params.communityId);
  }
}
