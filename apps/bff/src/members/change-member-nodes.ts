import type { Member } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { CommunityDirectory } from '../directory/community-directory';
import { memberOf } from './list-members';
import { MembersRepository } from './members.repository';
import { NodeAccess } from './node-access';

export interface MemberNode {
  readonly communityId: number;
  readonly userId: string;
  readonly nodeId: number;
}

/** What an operator does with the nodes of the community's members. Nothing of it touches the ledger. */
@Injectable()
export class ChangeMemberNodes {
  constructor(
    private readonly access: NodeAccess,
    private readonly members: MembersRepository,
    private readonly directory: CommunityDirectory,
    private readonly dataSource: DataSource,
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
  ) {}

  /**
   * Gives a member one more node. Somebody who is no member yet must be invited, so that an operator cannot draw anybody
   * in who did not want it, nor find out who has an account: `not-found`.
   */
  async add({ communityId, userId, nodeId }: MemberNode, actorId: string, now = new Date()): Promise<Member> {
    const names = await this.directory.of(communityId);
    if (!names.household(nodeId)) {
      const message = `node ${nodeId} is no household of this community`;
      throw new Failure('unprocessable', { errors: [{ path: 'body.nodeId', message }] });
    }
    return this.dataSource.transaction(async (manager) => {
      if (!(await this.members.find(communityId, userId, manager))) throw new Failure('not-found');
      await this.access.give(manager, { userId, nodeId, actorId, names }, `${this.config.PUBLIC_URL}/`, now);
      const row = await this.members.find(communityId, userId, manager);
      if (!row) throw new Failure('not-found');
      return memberOf(row, names);
    });
  }

  async remove({ communityId, userId, nodeId }: MemberNode, actorId: string, now = new Date()): Promise<void> {
    const names = await this.directory.of(communityId);
    await this.dataSource.transaction((manager) =>
      this.access.take(manager, { userId, nodeId, actorId, names }, 'node-removed', now),
    );
  }
}
