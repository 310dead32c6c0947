import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { ReadNodeNeighbours } from './read-node-neighbours';
import { ReadNodeTrades } from './read-node-trades';

const { getNodeNeighbours, getNodeTrades } = engineRoutes;

@Controller()
export class TradesController {
  constructor(
    private readonly readNodeTrades: ReadNodeTrades,
    private readonly readNodeNeighbours: ReadNodeNeighbours,
  ) {}

  @Contract(getNodeTrades)
  page(@Input() { params, query }: InputOf<typeof getNodeTrades>): Promise<OutputOf<typeof getNodeTrades>> {
    return this.readNodeTrades.run(params.nodeId, query);
  }

  @Contract(getNodeNeighbours)
  neighbours(
    @Input() { params, query }: InputOf<typeof getNodeNeighbours>,
  ): Promise<OutputOf<typeof getNodeNeighbours>> {
    return this.readNodeNeighbours.run(params.nodeId, query);
  }
}
