import type { bffRoutes } from '@ceex/contracts';
import type { OutputOf } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommunityDirectory } from '../directory/community-directory';

const OCCUPIED = `
SELECT o.node_id AS "nodeId", sum(o.people)::integer AS people, sum(o.invited)::integer AS invited
FROM (
  SELECT node_id, 1 AS people, 0 AS invited FROM user_node WHERE community_id = $1
  UNION ALL
  SELECT unnest(node_ids), 0, 1 FROM invitation
  WHERE community_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $2
) AS o GROUP BY o.node_id`;

interface Occupied {
  readonly nodeId: number;
  readonly people: number;
  readonly invited: number;
}

/** The household nodes of a community, and whether somebody has them or was invited to them. */
@Injectable()
export class ListNodes {
  constructor(
    private readonly directory: CommunityDirectory,
    private readonly dataSource: DataSource,
  ) {}

  async run(communityId: number, now = new Date()): Promise<OutputOf<typeof bffRoutes.getOccupiedNodes>> {
    const [names, rows] = await Promise.all([
      this.directory.of(communityId),
      this.dataSource.query<Occupied[]>(OCCUPIED, [communityId, now]),
    ]);
    const occupied = new Map(rows.map((row) => [row.nodeId, row]));
    const nodes = names.households().map((node) => {
      const { people = 0, invited = 0 } = occupied.get(node.nodeId) ?? {};
      return { ...node, people, invited };
    });
    return { nodes };
  }
}
