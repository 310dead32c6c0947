import { Injectable } from '@nestjs/common';
import { Failure } from '@ceex/server';
import { NodesRepository, type NodeRow } from './nodes.repository';

/** Finds nodes for the use cases. Refused with `not-found` where there is none. */
@Injectable()
export class FindNode {
  constructor(private readonly nodes: NodesRepository) {}

  async byId(nodeId: number): Promise<NodeRow> {
    const node = await this.nodes.find(nodeId);
    if (!node) throw new Failure('not-found', { detail: `There is no node ${nodeId}.` });
    return node;
  }
}
