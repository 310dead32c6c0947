import { bffRoutes } from '@ceex/contracts';
import { Contract, Failure, Input, type InputOf, type OutputOf } from '@ceex/server';
import { Controller } from '@nestjs/common';
import { CurrentCaller } from '../auth/current-caller';
import { emailOfBody, SlowedDown } from '../slow-down/slowed-down';
import type { Caller } from '../users/caller';
import { LeaveNode } from './leave-node';
import { ReadNodePeople } from './read-node-people';
import { type NodeOfCaller, ShareNode } from './share-node';

const { getNodePeople, shareNode, withdrawShare, endShare, leaveNode } = bffRoutes;

/** What the people of one household do with its node. */
@Controller()
export class HouseholdController {
  constructor(
    private readonly readPeople: ReadNodePeople,
    private readonly share: ShareNode,
    private readonly leave: LeaveNode,
  ) {}

  @Contract(getNodePeople)
  people(
    @Input() { params }: InputOf<typeof getNodePeople>,
    @CurrentCaller() caller: Caller,
  ): Promise<OutputOf<typeof getNodePeople>> {
    return this.readPeople.run(ownNode(caller, params.nodeId), caller.userId);
  }

  @Contract(shareNode)
  @SlowedDown({ name: 'letter', accountOf: emailOfBody })
  offer(
    @Input() { params, body }: InputOf<typeof shareNode>,
    @CurrentCaller() caller: Caller,
  ): Promise<OutputOf<typeof shareNode>> {
    return this.share.offer(ownNode(caller, params.nodeId), body.email, caller);
  }

  @Contract(withdrawShare)
  withdraw(@Input() { params }: InputOf<typeof withdrawShare>, @CurrentCaller() caller: Caller): Promise<void> {
    return this.share.withdraw(ownNode(caller, params.nodeId), params.invitationId, caller);
  }

  @Contract(endShare)
  end(@Input() { params }: InputOf<typeof endShare>, @CurrentCaller() caller: Caller): Promise<void> {
    return this.share.end(ownNode(caller, params.nodeId), params.userId, caller);
  }

  @Contract(leaveNode)
  leaveIt(@Input() { params }: InputOf<typeof leaveNode>, @CurrentCaller() caller: Caller): Promise<void> {
    return this.leave.run(ownNode(caller, params.nodeId), caller.userId);
  }
}

/** The guard has seen that it is one of theirs; here is in which community. */
function ownNode({ nodes }: Caller, nodeId: number): NodeOfCaller {
  const node = nodes.find((one) => one.nodeId === nodeId);
  if (!node) throw new Failure('forbidden');
  return node;
}
