import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { ReadClearings } from './read-clearings';
import { ReadMarket } from './read-market';
import { ReadNodeNow } from './read-node-now';

const { getClearings, getMarket, getNodeNow } = engineRoutes;

@Controller()
export class MarketController {
  constructor(
    private readonly readMarket: ReadMarket,
    private readonly readNodeNow: ReadNodeNow,
    private readonly readClearings: ReadClearings,
  ) {}

  @Contract(getMarket)
  market(@Input() { params }: InputOf<typeof getMarket>): Promise<OutputOf<typeof getMarket>> {
    return this.readMarket.run(params.communityId);
  }

  @Contract(getNodeNow)
  now(@Input() { params }: InputOf<typeof getNodeNow>): Promise<OutputOf<typeof getNodeNow>> {
    return this.readNodeNow.run(params.nodeId);
  }

  @Contract(getClearings)
  clearings(@Input() { params, query }: InputOf<typeof getClearings>): Promise<OutputOf<typeof getClearings>> {
    return this.readClearings.run(params.communityId, query);
  }
}
