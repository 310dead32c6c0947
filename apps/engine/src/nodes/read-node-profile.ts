import { Injectable } from '@nestjs/common';
import type { NodeProfile } from '@ceex/contracts';
import { addMonths, localDay, nextDay } from '@ceex/units';
import { FindCommunity } from '../communities/find-community';
import { Clock } from '../config/clock';
import { FindNode } from './find-node';
import { NodesRepository, type EnergySums } from './nodes.repository';

/** Who and what a node is, and what it took and gave in the last twelve months, today included. */
@Injectable()
export class ReadNodeProfile {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly nodes: NodesRepository,
    private readonly clock: Clock,
  ) {}

  async run(nodeId: number): Promise<NodeProfile> {
    const node = await this.findNode.byId(nodeId);
    const community = await this.findCommunity.byId(node.communityId);
    const to = localDay(this.clock.now(), community.timeZone);
    const from = addMonths(nextDay(to), -12);
    const [energy, pvSystems, batteries] = await Promise.all([
      this.nodes.energy(node, from, to),
      this.nodes.pvSystems(node),
      this.nodes.batteries(node),
    ]);
    return {
      ...node,
      communityName: community.name,
      timeZone: community.timeZone,
      currency: community.currency,
      gridOperator: community.gridOperator,
      role: roleOf(energy),
      lastTwelveMonths: {
        from,
        to,
        requiredWh: energy.importWh,
        surplusWh: energy.exportWh,
        usedWh: energy.usedWh,
        producedWh: energy.producedWh,
      },
      pvSystems,
      batteries,
    };
  }
}

function roleOf({ importWh, exportWh }: EnergySums): NodeProfile['role'] {
  if (exportWh === 0) return 'consumer';
  return importWh === 0 ? 'producer' : 'both';
}
