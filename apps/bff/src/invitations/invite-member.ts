import type { InvitationView, InviteBody } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommunityDirectory, type CommunityNames } from '../directory/community-directory';
import { AlreadyInvited } from './already-invited';
import { viewOf } from './invitation-state';
import { SendInvitation } from './send-invitation';

type MemberBody = Extract<InviteBody, { readonly kind: 'member' }>;

/** Invites somebody to nodes of a community. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly directory: CommunityDirectory,
    private readonly send: SendInvitation,
    private readonly dataSource: DataSource,
  ) {}

  async run(communityId: number, body: MemberBody, actorId: string, now = new Date()): Promise<InvitationView> {
    const { email, language } = body;
    const names = await this.directory.of(communityId);
    refuseUnknownNodes(body.nodeIds, names);
    const nodeIds = [...new Set(body.nodeIds)];
    return this.dataSource.transaction(async (manager) => {
      const already = await AlreadyInvited.read(manager, communityId, [email], now);
      if (nodeIds.some((nodeId) => already.has(email, nodeId))) throw new Failure('conflict');
      const wanted = { kind: 'member', nodeIds, email, language, invitedBy: actorId } as const;
      return viewOf(await this.send.first(manager, wanted, names, now), names, now);
    });
  }
}

/** `unprocessable` with the path of each node that is no household of the community. */
function refuseUnknownNodes(nodeIds: readonly number[], names: CommunityNames): void {
  const errors = nodeIds.flatMap((nodeId, index) =>
    names.household(nodeId)
      ? []
      : [{ path: `body.nodeIds.${index}`, message: `node ${nodeId} is no household of this community` }],
  );
  if (errors.length > 0) throw new Failure('unprocessable', { errors });
}
