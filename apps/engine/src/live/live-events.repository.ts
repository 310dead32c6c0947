import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** An event as stored. */
export interface EventRow {
  readonly id: number;
  readonly communityId: number;
  readonly kind: 'cleared' | 'stopped';
  readonly firstStartsAt: Date;
  readonly lastStartsAt: Date;
  readonly intervals: number;
  /** The version that the last interval has now; null without a clearing. */
  readonly version: number | null;
}

/** Someone who comes back after a long time is told of so many events and no more. */
const MOST_MISSED = 50;
const AT_ONCE = 200;

const SPAN = `
SELECT coalesce(max(id), 0) AS last, coalesce(min(id), 1) - 1 AS "beforeOldest"
FROM (SELECT id FROM event WHERE community_id = $1 ORDER BY id DESC LIMIT ${MOST_MISSED}) newest`;

const AFTER = `
SELECT e.id, e.community_id AS "communityId", e.kind, e.first_starts_at AS "firstStartsAt",
  e.last_starts_at AS "lastStartsAt", e.intervals,
  (SELECT max(version) FROM clearing c WHERE c.community_id = e.community_id AND c.starts_at = e.last_starts_at) AS version
FROM unnest($1::integer[], $2::bigint[]) AS seen (community_id, id)
CROSS JOIN LATERAL (
  SELECT * FROM event WHERE event.community_id = seen.community_id AND event.id > seen.id ORDER BY event.id LIMIT ${AT_ONCE}
) e
ORDER BY e.id`;

/** Reads the events of communities. Within a community ids rise in the order of commits: its lock sees to that. */
@Injectable()
export class LiveEventsRepository {
  constructor(private readonly database: Database) {}

  /** Where to begin for someone who has seen everything up to `after`; without it, with what comes from now on. */
  async cursor(communityId: number, after?: number): Promise<number> {
    const { rows } = await this.database.pool.query<{ last: number; beforeOldest: number }>(SPAN, [communityId]);
    const { last, beforeOldest } = rows[0] ?? { last: 0, beforeOldest: 0 };
    return after === undefined ? last : Math.min(last, Math.max(after, beforeOldest));
  }

  /** The events of several communities, each after one of its own, earliest first. */
  async after(seen: ReadonlyMap<number, number>): Promise<EventRow[]> {
    const values = [[...seen.keys()], [...seen.values()]];
    return (await this.database.pool.query<EventRow>({ name: 'events-after', text: AFTER, values })).rows;
  }
}
