import type { bffRoutes } from '@ceex/contracts';
import type { OutputOf } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommunityDirectory } from '../directory/community-directory';
import { User } from '../users/user.entity';
import { openInvitation } from './open-invitation';

/** What somebody with the link of a letter sees before they decide. */
@Injectable()
export class LookAtInvitation {
  constructor(
    private readonly directory: CommunityDirectory,
    private readonly dataSource: DataSource,
  ) {}

  async run(token: string, now = new Date()): Promise<OutputOf<typeof bffRoutes.lookAtInvitation>> {
    const { manager } = this.dataSource;
    const { kind, communityId, nodeIds, email, language, expiresAt } = await openInvitation(manager, token, now);
    const names = await this.directory.of(communityId);
    const hasAccount = await manager.existsBy(User, { email });
    const nodes = names.labels(nodeIds);
    return { kind, community: names.name, nodes, email, language, expiresAt: expiresAt.toISOString(), hasAccount };
  }
}
