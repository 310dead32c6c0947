import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Caller } from './caller';
import { SharedLookups } from './shared-lookups';

/** Prepared once on each connection, by its name. */
const CALLERS = {
  name: 'callers',
  text: `
SELECT u.id AS "userId", s.id AS "sessionId", u.pseudonym, u.email, u.language,
  coalesce((SELECT json_agg(json_build_object('nodeId', n.node_id, 'communityId', n.community_id) ORDER BY n.node_id)
            FROM user_node n WHERE n.user_id = u.id), '[]') AS nodes,
  coalesce((SELECT json_agg(r.community_id ORDER BY r.community_id)
            FROM user_role r WHERE r.user_id = u.id AND r.role = 'operator'), '[]') AS operates,
  EXISTS (SELECT FROM server_administrator a WHERE a.user_id = u.id) AS administers
FROM session s JOIN user_account u ON u.id = s.user_id
WHERE s.id = ANY($1::uuid[]) AND s.ended_at IS NULL AND s.expires_at > now()`,
} as const;

/**
 * Finds who makes a request. It asks the database each time, by primary keys, and keeps nothing: so a session that was
 * ended, or a node that was taken away, is refused by the very next request, whichever replica ended it. Requests that
 * come in at the same moment share one statement.
 */
@Injectable()
export class Callers {
  private readonly lookups = new SharedLookups<Caller>((sessionIds) => this.read(sessionIds));

  constructor(private readonly dataSource: DataSource) {}

  /** The user of a living session; undefined where the session has ended or is somebody else's. */
  async find(sessionId: string, userId: string): Promise<Caller | undefined> {
    const caller = await this.lookups.find(sessionId);
    return caller?.userId === userId ? caller : undefined;
  }

  /** Straight through the pool: TypeORM's own way costs several times as much, and this runs for every request. */
  private async read(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Caller>> {
    const pool = (this.dataSource.driver as PostgresDriver).master as Pool;
    const { rows } = await pool.query<Caller>({ ...CALLERS, values: [sessionIds] });
    return new Map(rows.map((caller) => [caller.sessionId, caller]));
  }
}
