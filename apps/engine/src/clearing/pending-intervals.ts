import { INTERVAL_MS, localDay, nextDay, startOfLocalDay, type Day } from '@ceex/units';
import type { Queryable } from '../database/database';

export const CLEARING_CAUSES = ['readings', 'correction', 'operator'] as const;
export type ClearingCause = (typeof CLEARING_CAUSES)[number];

/** What the meters of an interval counted: one entry for each household with a reading, by ascending node id. */
export interface IntervalReadings {
  readonly nodes: readonly number[];
  readonly importsWh: readonly number[];
  readonly exportsWh: readonly number[];
}

/** An interval that waits to be cleared. */
export interface PendingInterval extends IntervalReadings {
  readonly startMs: number;
  readonly cause: ClearingCause;
  readonly dueMs: number;
  /** The version this clearing will have: one more than the last. */
  readonly version: number;
  /** Limits count as they stood then. */
  readonly limitsAsOfMs: number;
}

/** Local days from `first` on, as a range of instants. */
export interface DaySpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The local days, `days` of them, that begin with the first pending interval from `fromMs` on; null without one. */
export async function nextPendingDays(
  client: Queryable,
  { communityId, timeZone }: { communityId: number; timeZone: string },
  { fromMs, toMs }: DaySpan,
  days: number,
): Promise<DaySpan | null> {
  const { rows } = await client.query<{ first: Date | null }>(
    `SELECT min(starts_at) AS first FROM pending_interval
     WHERE community_id = $1 AND starts_at >= $2 AND starts_at <= $3`,
    [communityId, new Date(fromMs), new Date(toMs - INTERVAL_MS)],
  );
  const first = rows[0]?.first;
  if (first == null) return null;
  let end: Day = localDay(first.getTime(), timeZone);
  for (let day = 0; day < days; day++) end = nextDay(end);
  return { fromMs: first.getTime(), toMs: Math.min(toMs, startOfLocalDay(end, timeZone)) };
}

interface Row {
  starts_at: Date;
  cause: ClearingCause;
  due_at: Date;
  limits_as_of: Date | null;
  last_version: number | null;
  last_limits_as_of: Date | null;
  nodes: string | null;
  imports: string | null;
  exports: string | null;
}

/** Arrays come as text and go through JSON.parse: many times faster than row by row. */
const READ = `
SELECT p.starts_at, p.cause, p.due_at, p.limits_as_of, c.version AS last_version, c.limits_as_of AS last_limits_as_of,
  r.nodes, r.imports, r.exports
FROM pending_interval p
CROSS JOIN LATERAL (
  SELECT array_agg(node_id ORDER BY node_id)::text AS nodes, array_agg(import_wh ORDER BY node_id)::text AS imports,
    array_agg(export_wh ORDER BY node_id)::text AS exports
  FROM reading WHERE reading.community_id = $1 AND reading.starts_at = p.starts_at) r
LEFT JOIN LATERAL (
  SELECT version, limits_as_of FROM clearing
  WHERE clearing.community_id = $1 AND clearing.starts_at = p.starts_at ORDER BY version DESC LIMIT 1) c ON true
WHERE p.community_id = $1 AND p.starts_at >= $2 AND p.starts_at < $3
ORDER BY p.starts_at`;

/** The pending intervals of some days with their readings. */
export async function readPending(client: Queryable, communityId: number, span: DaySpan): Promise<PendingInterval[]> {
  const values = [communityId, new Date(span.fromMs), new Date(span.toMs)];
  const { rows } = await client.query<Row>({ name: 'pending-intervals', text: READ, values });
  return rows.map((row) => ({
    startMs: row.starts_at.getTime(),
    cause: row.cause,
    dueMs: row.due_at.getTime(),
    version: (row.last_version ?? 0) + 1,
    limitsAsOfMs: (row.limits_as_of ?? row.last_limits_as_of)?.getTime() ?? row.starts_at.getTime() + INTERVAL_MS,
    nodes: integers(row.nodes),
    importsWh: integers(row.imports),
    exportsWh: integers(row.exports),
  }));
}

/** PostgreSQL writes `{1,2,3}`. */
function integers(array: string | null): number[] {
  return array === null ? [] : (JSON.parse(`[${array.slice(1, -1)}]`) as number[]);
}

/** Intervals that are cleared wait no longer. */
export async function deletePending(
  client: Queryable,
  communityId: number,
  startsMs: readonly number[],
): Promise<void> {
  await client.query('DELETE FROM pending_interval WHERE community_id = $1 AND starts_at = ANY($2)', [
    communityId,
    startsMs.map((ms) => new Date(ms)),
  ]);
}
