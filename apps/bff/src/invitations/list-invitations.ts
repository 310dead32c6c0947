import type { bffRoutes } from '@ceex/contracts';
import type { InputOf, OutputOf } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { CommunityDirectory } from '../directory/community-directory';
import { Invitation } from './invitation.entity';
import { inState, viewOf } from './invitation-state';

type Listing = typeof bffRoutes.getInvitations;

/** The invitations of a community, newest first; those that a member sent to share a node among them. */
@Injectable()
export class ListInvitations {
  constructor(
    private readonly directory: CommunityDirectory,
    private readonly dataSource: DataSource,
  ) {}

  async run(
    communityId: number,
    { state, before, limit }: InputOf<Listing>['query'],
    now = new Date(),
  ): Promise<OutputOf<Listing>> {
    const [names, found] = await Promise.all([
      this.directory.of(communityId),
      this.dataSource.getRepository(Invitation).find({
        where: {
          communityId,
          ...(before !== undefined && { id: LessThan(before) }),
          ...(state && inState(state, now)),
        },
        order: { id: 'DESC' },
        // One more than asked for tells whether there is another page.
        take: limit + 1,
      }),
    ]);
    const page = found.slice(0, limit);
    return {
      invitations: page.map((invitation) => viewOf(invitation, names, now)),
      next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  }
}
