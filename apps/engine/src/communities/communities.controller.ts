import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { Clock } from '../config/clock';
import { Database } from '../database/database';
import { foundCommunity } from '../founding/found-community';
import { putTariff } from '../tariffs/put-tariff';
import { ReadCommunity } from './read-community';
import { ReadGrid } from './read-grid';

const { foundCommunity: foundRoute, getCommunity, getGrid, putTariff: tariffRoute } = engineRoutes;

@Controller()
export class CommunitiesController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
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

  @Contract(foundRoute)
  async found(@Input() { body }: InputOf<typeof foundRoute>): Promise<OutputOf<typeof foundRoute>> {
    const { communityId, nodes } = await foundCommunity(this.database, body);
    return { communityId, nodes: [...nodes] };
  }

  @Contract(tariffRoute)
  async tariff(@Input() { params, body }: InputOf<typeof tariffRoute>): Promise<OutputOf<typeof tariffRoute>> {
    await putTariff(this.database, params.communityId, body, this.clock.now());
    return this.readCommunity.run(params.communityId);
  }
}
