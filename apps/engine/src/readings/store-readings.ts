import { INTERVAL_MS } from '@ceex/units';
import type { PoolClient } from 'pg';
import { lockCommunity } from '../database/community-lock';
import { QUALITY_CODES, type Quality } from './reading';

export interface StoredReadings {
  readonly inserted: number;
  readonly corrected: number;
  /** Starts of the intervals with a new or changed reading. */
  readonly touched: readonly number[];
}

export interface StoreOptions {
  readonly communityId: number;
  readonly quality: Quality;
  readonly nowMs: number;
  /** Starts of all staged intervals, ascending. */
  readonly startsMs: readonly number[];
}

/** How an insert into `reading` ends. Rows in the order of the key keep the index dense. */
const ROWS = `(community_id, starts_at, node_id, import_wh, export_wh, production_wh, quality)
  SELECT $1, starts_at, node_id, import_wh, export_wh, production_wh, $2 FROM staged_reading
  ORDER BY starts_at, node_id`;

/**
 * Brings staged readings into force and marks the intervals they touch as pending, within the caller's transaction.
 * A reading that is there already is replaced only where it differs.
 */
export async function storeReadings(client: PoolClient, options: StoreOptions): Promise<StoredReadings> {
  const { communityId, startsMs } = options;
  if (startsMs.length === 0) return { inserted: 0, corrected: 0, touched: [] };
  await lockCommunity(client, communityId);
  await client.query(`SET LOCAL work_mem = '128MB'`);
  const stored = (await hasReadings(client, communityId, startsMs))
    ? await mergeReadings(client, options)
    : await insertReadings(client, options);
  await markPending(client, options, stored.touched);
  return stored;
}

async function hasReadings(client: PoolClient, communityId: number, startsMs: readonly number[]): Promise<boolean> {
  const { rows } = await client.query<{ some: boolean }>(
    `SELECT EXISTS (SELECT FROM reading WHERE community_id = $1 AND starts_at BETWEEN $2 AND $3) AS some`,
    [communityId, new Date(startsMs[0] as number), new Date(startsMs.at(-1) as number)],
  );
  return (rows[0] as { some: boolean }).some;
}

/** The first delivery of a period, the whole of which is new: nothing to compare with. */
async function insertReadings(client: PoolClient, options: StoreOptions): Promise<StoredReadings> {
  const { rowCount } = await client.query(`INSERT INTO reading ${ROWS}`, [
    options.communityId,
    QUALITY_CODES[options.quality],
  ]);
  return { inserted: rowCount ?? 0, corrected: 0, touched: options.startsMs };
}

async function mergeReadings(client: PoolClient, { communityId, quality }: StoreOptions): Promise<StoredReadings> {
  const parameters = [communityId, QUALITY_CODES[quality]];
  await client.query('ANALYZE staged_reading');
  const corrected = await client.query<Touched>(
    `WITH corrected AS (
       UPDATE reading SET import_wh = s.import_wh, export_wh = s.export_wh, production_wh = s.production_wh, quality = $2
       FROM staged_reading s
       WHERE reading.community_id = $1 AND reading.starts_at = s.starts_at AND reading.node_id = s.node_id
         AND (reading.import_wh, reading.export_wh, reading.production_wh, reading.quality)
           IS DISTINCT FROM (s.import_wh, s.export_wh, s.production_wh, $2::smallint)
       RETURNING reading.starts_at)
     SELECT starts_at, count(*) AS readings FROM corrected GROUP BY starts_at`,
    parameters,
  );
  const inserted = await client.query<Touched>(
    `WITH inserted AS (INSERT INTO reading ${ROWS} ON CONFLICT DO NOTHING RETURNING starts_at)
     SELECT starts_at, count(*) AS readings FROM inserted GROUP BY starts_at`,
    parameters,
  );
  const all = [...corrected.rows, ...inserted.rows];
  return {
    inserted: total(inserted.rows),
    corrected: total(corrected.rows),
    touched: [...new Set(all.map((row) => row.starts_at.getTime()))].sort((a, b) => a - b),
  };
}

interface Touched {
  starts_at: Date;
  readings: number;
}

function total(rows: readonly Touched[]): number {
  return rows.reduce((sum, { readings }) => sum + readings, 0);
}

/**
 * An interval waits from now for the community's deadline at most, also where the delivery is late: a backfill that
 * comes in one file for each household is then cleared once and not once for each file.
 */
async function markPending(client: PoolClient, options: StoreOptions, touched: readonly number[]): Promise<void> {
  await client.query(
    `INSERT INTO pending_interval (community_id, starts_at, cause, due_at)
     SELECT $1, at.starts_at,
       CASE WHEN EXISTS (SELECT FROM clearing c WHERE c.community_id = $1 AND c.starts_at = at.starts_at)
         THEN 'correction' ELSE 'readings' END,
       greatest(at.starts_at + $3 * interval '1 millisecond', $4) + community.deadline_minutes * interval '1 minute'
     FROM unnest($2::timestamptz[]) AS at (starts_at) JOIN community ON community.id = $1
     ON CONFLICT DO NOTHING`,
    [options.communityId, touched.map((ms) => new Date(ms)), INTERVAL_MS, new Date(options.nowMs)],
  );
}
