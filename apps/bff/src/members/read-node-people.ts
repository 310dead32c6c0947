import type { NodePeople } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { ArrayContains, DataSource } from 'typeorm';
import { CommunityDirectory } from '../directory/community-directory';
import { Invitation } from '../invitations/invitation.entity';
import { inState, viewOf } from '../invitations/invitation-state';
import { UserNode } from '../users/user-node.entity';

/** Who has a node, for those who have it. */
@Injectable()
export class ReadNodePeople {
  constructor(
    private readonly directory: CommunityDirectory,
    private readonly dataSource: DataSource,
  ) {}

  async run(node: { nodeId: number; communityId: number }, userId: string, now = new Date()): Promise<NodePeople> {
    const { nodeId, communityId } = node;
    const { manager } = this.dataSource;
    const [names, rows, offers] = await Promise.all([
      this.directory.of(communityId),
      manager.find(UserNode, {
        where: { nodeId },
        relations: { user: true },
        order: { addedAt: 'ASC', userId: 'ASC' },
      }),
      manager.find(Invitation, {
        where: { kind: 'share', invitedBy: userId, nodeIds: ArrayContains([nodeId]), ...inState('open', now) },
        order: { id: 'DESC' },
      }),
    ]);
    return {
      people: rows.map((row) => ({
        userId: row.userId,
        email: row.user.email,
        since: row.addedAt.toISOString(),
        you: row.userId === userId,
        sharedByYou: row.sharedBy === userId,
      })),
      offered: offers.map((offer) => viewOf(offer, names, now)),
    };
  }
}
