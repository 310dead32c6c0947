import { Injectable } from '@nestjs/common';
import { MAX_PLANTS, type Plant } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { addMonths, localDay } from '@ceex/units';
import { FindCommunity } from '../communities/find-community';
import { Clock } from '../config/clock';
import { FindNode } from '../nodes/find-node';
import type { NodeRow } from '../nodes/nodes.repository';
import { PlantsRepository } from './plants.repository';

/** No photovoltaic system on a roof is older. */
const FIRST_SYSTEM = '1980-01-01';
/** A system may be entered while it is being planned. */
const MONTHS_AHEAD = 12;

/** Adds, changes and removes the plants of a household. Refused with `not-found` for any other node, or plant. */
@Injectable()
export class ChangePlants {
  constructor(
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
    private readonly plants: PlantsRepository,
    private readonly clock: Clock,
  ) {}

  /** `conflict` where the node has as many plants of the kind as may stand there; `unprocessable` for an odd date. */
  async add(nodeId: number, plant: Plant): Promise<void> {
    const node = await this.household(nodeId);
    await this.checkDate(node, plant);
    const isAdded =
      plant.kind === 'battery'
        ? await this.plants.addBattery(node, plant, MAX_PLANTS)
        : await this.plants.addPvSystem(node, plant, MAX_PLANTS);
    if (!isAdded) throw new Failure('conflict', { detail: `Node ${nodeId} has ${MAX_PLANTS} of this kind already.` });
  }

  /** A plant stays of its kind: `not-found` otherwise. */
  async put(nodeId: number, plantId: number, plant: Plant): Promise<void> {
    const node = await this.household(nodeId);
    await this.checkDate(node, plant);
    const isPut =
      plant.kind === 'battery'
        ? await this.plants.putBattery(node, plantId, plant)
        : await this.plants.putPvSystem(node, plantId, plant);
    if (!isPut) throw missing(nodeId, plantId);
  }

  async remove(nodeId: number, plantId: number): Promise<void> {
    const node = await this.household(nodeId);
    if (!(await this.plants.remove(node, plantId))) throw missing(nodeId, plantId);
  }

  private async household(nodeId: number): Promise<NodeRow> {
    const node = await this.findNode.byId(nodeId);
    if (node.kind !== 'household') throw new Failure('not-found', { detail: `Node ${nodeId} is no household.` });
    return node;
  }

  private async checkDate({ communityId }: NodeRow, plant: Plant): Promise<void> {
    if (plant.kind !== 'pv-system') return;
    const { timeZone } = await this.findCommunity.byId(communityId);
    const last = addMonths(localDay(this.clock.now(), timeZone), MONTHS_AHEAD);
    if (plant.commissionedOn >= FIRST_SYSTEM && plant.commissionedOn <= last) return;
    const message = `must lie between ${FIRST_SYSTEM} and ${last}`;
    throw new Failure('unprocessable', { errors: [{ path: 'body.commissionedOn', message }] });
  }
}

function missing(nodeId: number, plantId: number): Failure {
  return new Failure('not-found', { detail: `Node ${nodeId} has no such plant ${plantId}.` });
}
