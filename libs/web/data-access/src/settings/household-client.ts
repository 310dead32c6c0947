import { Injectable, inject } from '@angular/core';
import {
  endShare,
  getNodePeople,
  getNodeProfile,
  leaveNode,
  pathOf,
  putNodeLabel,
  shareNode,
  withdrawShare,
  type NodePeople,
  type NodeProfile,
} from '@ceex/contracts';
import { BffCaller } from '../calls/bff-caller';
import { engineUrl } from '../engine-url';

/** A household as its own people see it: its name for the neighbours, and who has access. Calls reject with a ProblemError. */
@Injectable({ providedIn: 'root' })
export class HouseholdClient {
  private readonly bff = inject(BffCaller);

  profile(nodeId: number): Promise<NodeProfile> {
    return this.bff.call(getNodeProfile, null, engineUrl(getNodeProfile, { nodeId }));
  }

  setLabel(nodeId: number, label: string): Promise<NodeProfile> {
    return this.bff.call(putNodeLabel, { label }, engineUrl(putNodeLabel, { nodeId }));
  }

  people(nodeId: number): Promise<NodePeople> {
    return this.bff.call(getNodePeople, null, pathOf(getNodePeople, { nodeId }));
  }

  async share(nodeId: number, email: string): Promise<void> {
    await this.bff.call(shareNode, { email }, pathOf(shareNode, { nodeId }));
  }

  withdrawShare(nodeId: number, invitationId: number): Promise<void> {
    return this.bff.call(withdrawShare, null, pathOf(withdrawShare, { nodeId, invitationId }));
  }

  endShare(nodeId: number, userId: string): Promise<void> {
    return this.bff.call(endShare, null, pathOf(endShare, { nodeId, userId }));
  }

  leave(nodeId: number): Promise<void> {
    return this.bff.call(leaveNode, null, pathOf(leaveNode, { nodeId }));
  }
}
