import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface MemberRow {
  readonly userId: string;
  readonly email: string;
  readonly nodes: readonly { readonly nodeId: number; readonly addedAt: string; readonly shared: boolean }[];
  readonly operator: boolean;
  readonly joined: string;
  readonly lastSeen: string | null;
}

const PEOPLE = `
SELECT user_id, added_at AS since FROM user_node WHERE community_id = $1
UNION ALL SELECT user_id, since FROM user_role WHERE community_id = $1`;

const MEMBERS = `
WITH people AS (SELECT user_id, min(since) AS since FROM (${PEOPLE}) AS p GROUP BY user_id)
SELECT u.id AS "userId", u.email,
  coalesce((SELECT json_agg(json_build_object('nodeId', n.node_id, 'addedAt', n.added_at,
                                              'shared', n.shared_by IS NOT NULL) ORDER BY n.node_id)
            FROM user_node n WHERE n.user_id = u.id AND n.community_id = $1), '[]') AS nodes,
  EXISTS (SELECT FROM user_role r WHERE r.user_id = u.id AND r.community_id = $1 AND r.role = 'operator') AS operator,
  to_char(p.since AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS joined,
  (SELECT to_char(max(s.last_used_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM session s WHERE s.user_id = u.id)
    AS "lastSeen"
FROM people p JOIN user_account u ON u.id = p.user_id`;

/** An empty text is in every address. */
const WANTED = `(position($2 IN u.email) > 0 OR EXISTS (
  SELECT FROM user_node n WHERE n.user_id = u.id AND n.community_id = $1 AND n.node_id = ANY($3)))`;
const PAGE = `${MEMBERS} WHERE ${WANTED} AND u.email > $4 ORDER BY u.email LIMIT $5`;
const ONE = `${MEMBERS} WHERE u.id = $2`;
const TOTAL = `
SELECT count(DISTINCT p.user_id)::integer AS total
FROM (${PEOPLE}) AS p JOIN user_account u ON u.id = p.user_id WHERE ${WANTED}`;

/** Which members: those whose address holds the text, or who have one of the nodes. */
export interface WantedMembers {
  readonly communityId: number;
  /** Empty: all. */
  readonly email: string;
  readonly nodeIds: readonly number[];
}

/** Reads who belongs to a community: whoever has a node in it, or operates it. */
@Injectable()
export class MembersRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** In the order of their addresses, from the one after `after` on. */
  page({ communityId, email, nodeIds }: WantedMembers, after: string, limit: number): Promise<MemberRow[]> {
    return this.dataSource.query<MemberRow[]>(PAGE, [communityId, email, nodeIds, after, limit]);
  }

  async total({ communityId, email, nodeIds }: WantedMembers): Promise<number> {
    const [row] = await this.dataSource.query<{ total: number }[]>(TOTAL, [communityId, email, nodeIds]);
    return row?.total ?? 0;
  }

  async find(
    communityId: number,
    userId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<MemberRow | undefined> {
    const [row] = await manager.query<MemberRow[]>(ONE, [communityId, userId]);
    return row;
  }
}
