import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommunityDirectory } from '../directory/community-directory';
import type { Caller } from '../users/caller';
import { NodeAccess } from './node-access';

/**
 * Gives up one's own access to a node; with the last one of a community, its membership. The node stays what it is: its
 * meter is read, its strategy trades, its ledger and statements are kept. The operator may give it to somebody else.
 */
@Injectable()
export class LeaveNode {
  constructor(
    private readonly access: NodeAccess,
    private readonly directory: CommunityDirectory,
    private readonly dataSource: DataSource,
  ) {}

  async run({ nodeId, communityId }: Caller['nodes'][number], userId: string, now = new Date()): Promise<void> {
    const names = await this.directory.of(communityId);
    await this.dataSource.transaction((manager) =>
      this.access.take(manager, { userId, nodeId, actorId: userId, names }, 'member-left', now),
    );
  }
}
