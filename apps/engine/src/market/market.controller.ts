import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { clearAgain } from '../clearing/clear-again';
import { ClearingScheduler } from '../clearing/clearing-scheduler';
import { Clock } from '../config/clock';
import { Database } from '../database/database';
import { ReadClearings } from './read-clearings';
import { ReadMarket } from './read-market';
import { ReadNodeNow } from './read-node-now';

const { clearAgain: clearAgainRoute, getClearings, getMarket, getNodeNow } = engineRoutes;

@Controller()
export class MarketController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scheduler: ClearingScheduler,
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

  @Contract(clearAgainRoute)
  async clearAgain(
    @Input() { params, body }: InputOf<typeof clearAgainRoute>,
  ): Promise<OutputOf<typeof clearAgainRoute>> {
    const range = { startMs: Date.parse(body.start), endMs: Date.parse(body.end) };
    const intervals = await clearAgain(this.database, params.communityId, range, this.clock.now());
    this.scheduler.wake();
    return { intervals };
  }
}
