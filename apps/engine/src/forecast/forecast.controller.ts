import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { ReadNodeForecast } from './read-node-forecast';

const { getNodeForecast } = engineRoutes;

@Controller()
export class ForecastController {
  constructor(private readonly readNodeForecast: ReadNodeForecast) {}

  @Contract(getNodeForecast)
  forecast(@Input() { params }: InputOf<typeof getNodeForecast>): Promise<OutputOf<typeof getNodeForecast>> {
    return this.readNodeForecast.run(params.nodeId);
  }
}
