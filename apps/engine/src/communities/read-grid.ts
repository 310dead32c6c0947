import { Injectable } from '@nestjs/common';
import { CommunitiesRepository, type GridRow } from './communities.repository';

/** The grid of a community: its nodes with the edges to their parents. */
@Injectable()
export class ReadGrid {
  constructor(private readonly communities: CommunitiesRepository) {}

  async run(communityId: number): Promise<{ communityId: number; nodes: GridRow[] }> {
    return { communityId, nodes: await this.communities.grid(communityId) };
  }
}
