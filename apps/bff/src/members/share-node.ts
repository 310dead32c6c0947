import type { InvitationView } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { ArrayContains, DataSource } from 'typeorm';
import { CommunityDirectory } from '../directory/community-directory';
import { ChangeInvitation } from '../invitations/change-invitation';
import { Invitation } from '../invitations/invitation.entity';
import { inState, viewOf } from '../invitations/invitation-state';
import { SendInvitation } from '../invitations/send-invitation';
import type { Caller } from '../users/caller';
import { UserNode } from '../users/user-node.entity';
import { NodeAccess } from './node-access';

/** A household has few adults: nobody writes letters to half the town in its name. */
const MAX_OFFERS_OF_NODE = 5;

export type NodeOfCaller = Caller['nodes'][number];

/** A member shares a node of theirs with another adult of the household, and takes it back. */
@Injectable()
export class ShareNode {
  constructor(
    private readonly directory: CommunityDirectory,
    private readonly send: SendInvitation,
    private readonly change: ChangeInvitation,
    private readonly access: NodeAccess,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * `conflict` where the address has the node, or was offered it already; `too-many-requests` beyond five open offers. The
   * letter is in the language of the one who shares.
   */
  async offer(
    { nodeId, communityId }: NodeOfCaller,
    email: string,
    by: Caller,
    now = new Date(),
  ): Promise<InvitationView> {
    const names = await this.directory.of(communityId);
    return this.dataSource.transaction(async (manager) => {
      const offers = await manager.find(Invitation, {
        where: { kind: 'share', nodeIds: ArrayContains([nodeId]), ...inState('open', now) },
      });
      const wanted = { kind: 'share', nodeIds: [nodeId], email, language: by.language, invitedBy: by.userId } as const;
      const people = await manager.find(UserNode, { where: { nodeId }, relations: { user: true } });
      const taken = [...people.map(({ user }) => user.email), ...offers.map((offer) => offer.email)];
      if (taken.includes(email.trim().toLowerCase())) throw new Failure('conflict');
      if (offers.length >= MAX_OFFERS_OF_NODE) throw new Failure('too-many-requests');
      return viewOf(await this.send.first(manager, wanted, names, now), names, now);
    });
  }

  /** Withdraws an offer of one's own; `not-found` for anybody else's. */
  async withdraw(
    { nodeId, communityId }: NodeOfCaller,
    invitationId: number,
    by: Caller,
    now = new Date(),
  ): Promise<void> {
    const mine = { kind: 'share', invitedBy: by.userId, nodeIds: ArrayContains([nodeId]) } as const;
    await this.change.withdraw({ ...mine, id: invitationId, communityId }, by.userId, now);
  }

  /** Takes a node back from somebody; `not-found` unless it was this caller who shared it with them. */
  async end({ nodeId, communityId }: NodeOfCaller, userId: string, by: Caller, now = new Date()): Promise<void> {
    const names = await this.directory.of(communityId);
    await this.dataSource.transaction(async (manager) => {
      const shared = await manager.existsBy(UserNode, { userId, nodeId, sharedBy: by.userId });
      if (!shared) throw new Failure('not-found');
      await this.access.take(manager, { userId, nodeId, actorId: by.userId, names }, 'node-removed', now);
    });
  }
}
