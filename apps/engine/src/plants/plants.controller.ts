import { Controller } from '@nestjs/common';
import { engineRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { ChangePlants } from './change-plants';
import { PreviewPlant } from './preview-plant';
import { ReadNodePlants } from './read-node-plants';
import { ReadNodeProduction } from './read-node-production';

const { getNodePlants, addPlant, putPlant, removePlant, getNodeProduction, previewPlant } = engineRoutes;
type Plants = Promise<OutputOf<typeof getNodePlants>>;

@Controller()
export class PlantsController {
  constructor(
    private readonly readNodePlants: ReadNodePlants,
    private readonly readNodeProduction: ReadNodeProduction,
    private readonly changePlants: ChangePlants,
    private readonly previewOf: PreviewPlant,
  ) {}

  @Contract(getNodePlants)
  plants(@Input() { params }: InputOf<typeof getNodePlants>): Plants {
    return this.readNodePlants.run(params.nodeId);
  }

  @Contract(addPlant)
  async add(@Input() { params, body }: InputOf<typeof addPlant>): Plants {
    await this.changePlants.add(params.nodeId, body);
    return this.readNodePlants.run(params.nodeId);
  }

  @Contract(putPlant)
  async put(@Input() { params, body }: InputOf<typeof putPlant>): Plants {
    await this.changePlants.put(params.nodeId, params.plantId, body);
    return this.readNodePlants.run(params.nodeId);
  }

  @Contract(removePlant)
  async remove(@Input() { params }: InputOf<typeof removePlant>): Plants {
    await this.changePlants.remove(params.nodeId, params.plantId);
    return this.readNodePlants.run(params.nodeId);
  }

  @Contract(getNodeProduction)
  day(@Input() { params, query }: InputOf<typeof getNodeProduction>): Promise<OutputOf<typeof getNodeProduction>> {
    return this.readNodeProduction.run(params.nodeId, query.day);
  }

  @Contract(previewPlant)
  preview(@Input() { params, query }: InputOf<typeof previewPlant>): Promise<OutputOf<typeof previewPlant>> {
    return this.previewOf.run(params.nodeId, query);
  }
}
