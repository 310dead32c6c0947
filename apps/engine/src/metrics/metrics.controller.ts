import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { ReadNodeHeatMap } from './read-node-heat-map';
import { ReadNodeMetrics } from './read-node-metrics';

const { getNodeHeatMap, getNodeMetrics } = engineRoutes;

@Controller()
export class MetricsController {
  constructor(
    private readonly readNodeMetrics: ReadNodeMetrics,
    private readonly readNodeHeatMap: ReadNodeHeatMap,
  ) {}

  @Contract(getNodeMetrics)
  metrics(@Input() { params, query }: InputOf<typeof getNodeMetrics>): Promise<OutputOf<typeof getNodeMetrics>> {
    return this.readNodeMetrics.run(params.nodeId, query);
  }

  @Contract(getNodeHeatMap)
  heatMap(@Input() { params, query }: InputOf<typeof getNodeHeatMap>): Promise<OutputOf<typeof getNodeHeatMap>> {
    return this.readNodeHeatMap.run(params.nodeId, query);
  }
}
