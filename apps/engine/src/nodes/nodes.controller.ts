import { Controller } from '@nestjs/common';
import { engineRoutes, type Claims } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { Caller } from '../auth/caller';
import { Clock } from '../config/clock';
import { Database } from '../database/database';
import { setStrategy } from '../strategies/set-strategy';
import { ReadNodeProfile } from './read-node-profile';
import { ReadNodeStrategy } from './read-node-strategy';
import { setLabel } from './set-label';

const { getNodeProfile, getNodeStrategy, putNodeLabel, putNodeStrategy } = engineRoutes;

@Controller()
export class NodesController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly readNodeProfile: ReadNodeProfile,
    private readonly readNodeStrategy: ReadNodeStrategy,
  ) {}

  @Contract(getNodeProfile)
  profile(@Input() { params }: InputOf<typeof getNodeProfile>): Promise<OutputOf<typeof getNodeProfile>> {
    return this.readNodeProfile.run(params.nodeId);
  }

  @Contract(putNodeLabel)
  async setLabel(@Input() { params, body }: InputOf<typeof putNodeLabel>): Promise<OutputOf<typeof putNodeLabel>> {
    await setLabel(this.database, params.nodeId, body.label);
    return this.readNodeProfile.run(params.nodeId);
  }

  @Contract(getNodeStrategy)
  strategy(@Input() { params }: InputOf<typeof getNodeStrategy>): Promise<OutputOf<typeof getNodeStrategy>> {
    return this.readNodeStrategy.run(params.nodeId);
  }

  @Contract(putNodeStrategy)
  async setStrategy(
    @Input() { params, body }: InputOf<typeof putNodeStrategy>,
    @Caller() caller: Claims,
  ): Promise<OutputOf<typeof putNodeStrategy>> {
    const { nodeId } = params;
    await setStrategy(this.database, { nodeId, strategy: body, setBy: caller.sub, nowMs: this.clock.now() });
    return this.readNodeStrategy.run(nodeId);
  }
}
