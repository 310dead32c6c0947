import { bffRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf, type OutputOf } from '@ceex/server';
import { Controller } from '@nestjs/common';
import { CurrentCaller } from '../auth/current-caller';
import type { Caller } from '../users/caller';
import { ChangeMemberNodes } from './change-member-nodes';
import { ChangeOperators } from './change-operators';
import { ListMembers } from './list-members';
import { ListNodes } from './list-nodes';

const { getMembers, getOccupiedNodes, addMemberNode, removeMemberNode, makeOperator, unmakeOperator } = bffRoutes;

/** What an operator does with the members of their community. */
@Controller()
export class MembersController {
  constructor(
    private readonly listMembers: ListMembers,
    private readonly listNodes: ListNodes,
    private readonly memberNodes: ChangeMemberNodes,
    private readonly operators: ChangeOperators,
  ) {}

  @Contract(getMembers)
  list(@Input() { params, query }: InputOf<typeof getMembers>): Promise<OutputOf<typeof getMembers>> {
    return this.listMembers.run(params.communityId, query);
  }

  @Contract(getOccupiedNodes)
  nodes(@Input() { params }: InputOf<typeof getOccupiedNodes>): Promise<OutputOf<typeof getOccupiedNodes>> {
    return this.listNodes.run(params.communityId);
  }

  @Contract(addMemberNode)
  addNode(
    @Input() { params, body }: InputOf<typeof addMemberNode>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<OutputOf<typeof addMemberNode>> {
    return this.memberNodes.add({ ...params, nodeId: body.nodeId }, userId);
  }

  @Contract(removeMemberNode)
  removeNode(
    @Input() { params }: InputOf<typeof removeMemberNode>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<void> {
    return this.memberNodes.remove(params, userId);
  }

  @Contract(makeOperator)
  makeOperator(@Input() { params }: InputOf<typeof makeOperator>, @CurrentCaller() { userId }: Caller): Promise<void> {
    return this.operators.make(params, userId);
  }

  @Contract(unmakeOperator)
  unmakeOperator(
    @Input() { params }: InputOf<typeof unmakeOperator>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<void> {
    return this.operators.unmake(params, userId);
  }
}
