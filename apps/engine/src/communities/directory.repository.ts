import type { CommunityListed } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** A household node and how it is called. */
export interface HouseholdRow {
  readonly nodeId: number;
  readonly code: string;
  readonly label: string;
}

const COMMUNITIES = `
SELECT c.id AS "communityId", c.name, c.status,
  (SELECT count(*)::integer FROM node n WHERE n.community_id = c.id AND n.kind = 'household') AS households
FROM community c WHERE c.id > $1 ORDER BY c.id LIMIT $2`;

const HOUSEHOLDS = `
SELECT id AS "nodeId", code, label FROM node WHERE community_id = $1 AND kind = 'household' ORDER BY id`;

/** Reads which communities there are, and which households. */
@Injectable()
export class DirectoryRepository {
  constructor(private readonly database: Database) {}

  async communities(after: number, limit: number): Promise<CommunityListed[]> {
    const query = { name: 'communities', text: COMMUNITIES, values: [after, limit] };
    return (await this.database.pool.query<CommunityListed>(query)).rows;
  }

  async households(communityId: number): Promise<HouseholdRow[]> {
    const query = { name: 'households', text: HOUSEHOLDS, values: [communityId] };
    return (await this.database.pool.query<HouseholdRow>(query)).rows;
  }
}
