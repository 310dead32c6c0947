import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { ReadNodeMetrics } from './read-node-metrics';

const { getNodeMetrics } = engineRoutes;

@Controller()
export class MetricsController {
  constructor(private readonly readNodeMetrics: ReadNodeMetrics) {}

  @Contract(getNodeMetrics)
  metrics(@Input() { params, query }: InputOf<typeof getNodeMetrics>): Promise<OutputOf<typeof getNodeMetrics>> {
    return this.readNodeMetrics.run(params.nodeId, query);
  }
}
