import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { ReadNodeProfile } from './read-node-profile';
import { ReadNodeStrategy } from './read-node-strategy';

const { getNodeProfile, getNodeStrategy } = engineRoutes;

@Controller()
export class NodesController {
  constructor(
    private readonly readNodeProfile: ReadNodeProfile,
    private readonly readNodeStrategy: ReadNodeStrategy,
  ) {}

  @Contract(getNodeProfile)
  profile(@Input() { params }: InputOf<typeof getNodeProfile>): Promise<OutputOf<typeof getNodeProfile>> {
    return this.readNodeProfile.run(params.nodeId);
  }

  @Contract(getNodeStrategy)
  strategy(@Input() { params }: InputOf<typeof getNodeStrategy>): Promise<OutputOf<typeof getNodeStrategy>> {
    return this.readNodeStrategy.run(params.nodeId);
  }
}
