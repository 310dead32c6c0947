import { type bffRoutes, engineRoutes } from '@ceex/contracts';
import type { InputOf, OutputOf } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AskEngine } from '../directory/ask-engine';

type Listing = typeof bffRoutes.getCommunities;

const PEOPLE = `
SELECT c AS "communityId",
  (SELECT count(*)::integer FROM user_role r WHERE r.community_id = c AND r.role = 'operator') AS operators,
  (SELECT count(DISTINCT n.user_id)::integer FROM user_node n WHERE n.community_id = c) AS members
FROM unnest($1::integer[]) AS c`;

interface People {
  readonly communityId: number;
  readonly operators: number;
  readonly members: number;
}

/** The communities of the engine, and how many people each has here. */
@Injectable()
export class ListCommunities {
  constructor(
    private readonly askEngine: AskEngine,
    private readonly dataSource: DataSource,
  ) {}

  async run(query: InputOf<Listing>['query']): Promise<OutputOf<Listing>> {
    const { communities, next } = await this.askEngine.run(
      engineRoutes.listCommunities,
      { query },
      { administers: true },
    );
    const ids = communities.map(({ communityId }) => communityId);
    const rows = await this.dataSource.query<People[]>(PEOPLE, [ids]);
    const people = new Map(rows.map((row) => [row.communityId, row]));
    return {
      communities: communities.map((community) => {
        const { operators = 0, members = 0 } = people.get(community.communityId) ?? {};
        return { ...community, operators, members };
      }),
      next,
    };
  }
}
