import { Controller, Res } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import type { Response } from 'express';
import { ReplayStrategy } from './replay-strategy';

const { getNodeReplay } = engineRoutes;

@Controller()
export class ReplayController {
  constructor(private readonly replayStrategy: ReplayStrategy) {}

  @Contract(getNodeReplay)
  async replay(
    @Input() { params, query }: InputOf<typeof getNodeReplay>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OutputOf<typeof getNodeReplay>> {
    const gone = new AbortController();
    // While a handle moves, each new question makes the one before pointless.
    response.once('close', () => gone.abort());
    return this.replayStrategy.run(params.nodeId, query, gone.signal);
  }
}
