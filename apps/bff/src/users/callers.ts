import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from './caller';

const SQL = `
SELECT u.id AS "userId", s.id AS "sessionId", u.pseudonym, u.email, u.language,
  coalesce((SELECT json_agg(json_build_object('nodeId', n.node_id, 'communityId', n.community_id) ORDER BY n.node_id)
            FROM user_node n WHERE n.user_id = u.id), '[]') AS nodes,
  coalesce((SELECT json_agg(r.community_id ORDER BY r.community_id)
            FROM user_role r WHERE r.user_id = u.id AND r.role = 'operator'), '[]') AS operates,
  EXISTS (SELECT FROM server_administrator a WHERE a.user_id = u.id) AS administers
FROM session s JOIN user_account u ON u.id = s.user_id
WHERE s.id = $1 AND u.id = $2 AND s.ended_at IS NULL AND s.expires_at > now()`;

/**
 * Finds who makes a request. It asks the database each time, by primary keys and in one statement, and keeps nothing:
 * so a session that was ended, or a node that was taken away, is refused by the very next request.
 */
@Injectable()
export class Callers {
  constructor(private readonly dataSource: DataSource) {}

  /** The user of a living session; undefined where the session has ended or is somebody else's. */
  async find(sessionId: string, userId: string): Promise<Caller | undefined> {
    const [caller] = await this.dataSource.query<Caller[]>(SQL, [sessionId, userId]);
    return caller;
  }
}
