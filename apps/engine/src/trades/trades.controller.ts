import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { ReadNodeTrades } from './read-node-trades';

const { getNodeTrades } = engineRoutes;

@Controller()
export class TradesController {
  constructor(private readonly readNodeTrades: ReadNodeTrades) {}

  @Contract(getNodeTrades)
  page(@Input() { params, query }: InputOf<typeof getNodeTrades>): Promise<OutputOf<typeof getNodeTrades>> {
    return this.readNodeTrades.run(params.nodeId, query);
  }
}
