import { Injectable } from '@nestjs/common';
import type { NodeStrategy } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { formatInstant } from '@ceex/units';
import { priceRuler } from '../clearing/price-ruler';
import { strategyLimits } from '../clearing/strategy-limits';
import { FindCommunity } from '../communities/find-community';
import { Clock } from '../config/clock';
import { ReadRuler } from '../market/read-ruler';
import { FindNode } from './find-node';
import { NodesRepository } from './nodes.repository';

/** The strategy of a household, and the limits that the next clearing makes of it. `not-found` for any other node. */
@Injectable()
export class ReadNodeStrategy {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly nodes: NodesRepository,
    private readonly readRuler: ReadRuler,
    private readonly clock: Clock,
  ) {}

  async run(nodeId: number): Promise<NodeStrategy> {
    const nowMs = this.clock.now();
    const node = await this.findNode.byId(nodeId);
    const [community, current] = await Promise.all([
      this.findCommunity.priced(node.communityId),
      this.nodes.strategy(node),
    ]);
    if (!current) throw new Failure('not-found', { detail: `Node ${nodeId} is no household.` });
    const ends = priceRuler(community.tariffBook.at(nowMs), community.discountLevel);
    const { lowestSell, highestPay } = strategyLimits(current.strategy, ends);
    return {
      nodeId,
      validFrom: formatInstant(current.validFrom.getTime()),
      strategy: current.strategy,
      effectiveLowestSellMicroPerKwh: lowestSell,
      effectiveHighestPayMicroPerKwh: highestPay,
      ruler: await this.readRuler.run(community, nowMs),
    };
  }
}
