import type { bffRoutes, Member } from '@ceex/contracts';
import type { InputOf, OutputOf } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { CommunityDirectory, type CommunityNames } from '../directory/community-directory';
import { type MemberRow, MembersRepository } from './members.repository';

type Listing = typeof bffRoutes.getMembers;

/** The members of a community, in the order of their addresses. */
@Injectable()
export class ListMembers {
  constructor(
    private readonly members: MembersRepository,
    private readonly directory: CommunityDirectory,
  ) {}

  async run(
    communityId: number,
    { after = '', search = '', limit }: InputOf<Listing>['query'],
  ): Promise<OutputOf<Listing>> {
    const names = await this.directory.of(communityId);
    const wanted = { communityId, email: search.toLowerCase(), nodeIds: search === '' ? [] : names.called(search) };
    const [found, total] = await Promise.all([
      // One more than asked for tells whether there is another page.
      this.members.page(wanted, after, limit + 1),
      this.members.total(wanted),
    ]);
    const page = found.slice(0, limit);
    return {
      members: page.map((row) => memberOf(row, names)),
      total,
      next: found.length > limit ? (page.at(-1)?.email ?? null) : null,
    };
  }
}

/** A member as the operator sees them. */
export function memberOf(row: MemberRow, names: CommunityNames): Member {
  const nodes = row.nodes.flatMap(({ nodeId, addedAt, shared }) =>
    names.named([nodeId]).map((node) => ({ ...node, addedAt: new Date(addedAt).toISOString(), shared })),
  );
  return { ...row, nodes };
}
