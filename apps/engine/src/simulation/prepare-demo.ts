import { demoCommunity, SimulatedMeters, type DemoCommunity } from '@ceex/simulation';
import { addMonths, formatInstant, intervalIndex, localDay, startOfLocalDay } from '@ceex/units';
import { clearPending } from '../clearing/clear-pending';
import type { Database } from '../database/database';
import { foundCommunity } from '../founding/found-community';
import { importReadings } from '../readings/import-readings';
import { demoFounding } from './demo-founding';
import { simulatedCsv } from './simulated-csv';

/** The demo is always the same community; only its year moves. */
export const DEMO_SEED = 2026;
const MONTHS = 12;

export interface DemoProgress {
  readonly step: 'found' | 'import' | 'clear';
  readonly done: number;
  readonly total: number;
}

export interface PreparedDemo {
  readonly communityId: number;
  readonly demoNodes: { readonly prosumer: number; readonly consumer: number };
}

interface Demo {
  readonly communityId: number;
  readonly anchorMs: number;
}

/**
 * Makes the demo: founds its community, imports the readings of the last twelve months through the same door as
 * everybody's, and clears them (unless `clear` is false). What is there already is left alone, so an interrupted run is
 * completed by the next.
 */
export async function prepareDemo(
  database: Database,
  nowMs: number,
  onProgress: (progress: DemoProgress) => void,
  { clear = true } = {},
): Promise<PreparedDemo> {
  const community = demoCommunity(DEMO_SEED);
  onProgress({ step: 'found', done: 0, total: 1 });
  const demo = (await findDemo(database)) ?? (await foundDemo(database, community, nowMs));
  onProgress({ step: 'found', done: 1, total: 1 });
  if (!(await hasReadings(database, demo))) await importYear(database, community, demo, nowMs, onProgress);
  if (clear) await clearAll(database, demo, nowMs, onProgress);
  const nodeId = (code: string): Promise<number> => findNode(database, demo, code);
  return {
    communityId: demo.communityId,
    demoNodes: { prosumer: await nodeId(community.demo.prosumer), consumer: await nodeId(community.demo.consumer) },
  };
}

async function findDemo({ pool }: Database): Promise<Demo | undefined> {
  const { rows } = await pool.query<{ id: number; anchor: Date }>(
    'SELECT id, simulation_anchor AS anchor FROM community WHERE simulation_seed = $1 ORDER BY id LIMIT 1',
    [DEMO_SEED],
  );
  return rows[0] && { communityId: rows[0].id, anchorMs: rows[0].anchor.getTime() };
}

async function foundDemo(database: Database, community: DemoCommunity, nowMs: number): Promise<Demo> {
  const firstDay = addMonths(localDay(nowMs, community.timeZone), -MONTHS);
  const anchorMs = startOfLocalDay(firstDay, community.timeZone);
  const { communityId } = await foundCommunity(
    database,
    demoFounding(community, { seed: DEMO_SEED, anchor: formatInstant(anchorMs), tariffFrom: firstDay }),
  );
  return { communityId, anchorMs };
}

async function hasReadings({ pool }: Database, { communityId }: Demo): Promise<boolean> {
  const { rows } = await pool.query<{ some: boolean }>(
    'SELECT EXISTS (SELECT FROM reading WHERE community_id = $1) AS some',
    [communityId],
  );
  return rows[0]?.some === true;
}

async function importYear(
  database: Database,
  community: DemoCommunity,
  { communityId, anchorMs }: Demo,
  nowMs: number,
  onProgress: (progress: DemoProgress) => void,
): Promise<void> {
  const first = intervalIndex(anchorMs);
  const end = intervalIndex(nowMs);
  const csv = simulatedCsv(new SimulatedMeters(community, DEMO_SEED, first), first, end);
  const total = (end - first) * community.households.length;
  await importReadings(database, communityId, csv, {
    quality: 'simulated',
    nowMs,
    onProgress: (done) => onProgress({ step: 'import', done, total }),
  });
}

async function clearAll(
  database: Database,
  { communityId }: Demo,
  nowMs: number,
  onProgress: (progress: DemoProgress) => void,
): Promise<void> {
  const { rows } = await database.pool.query<{ total: number }>(
    'SELECT count(*) AS total FROM pending_interval WHERE community_id = $1',
    [communityId],
  );
  const total = rows[0]?.total ?? 0;
  const { fault } = await clearPending(database, communityId, {
    nowMs,
    onProgress: (done) => onProgress({ step: 'clear', done, total }),
  });
  if (fault !== null) throw fault;
}

async function findNode({ pool }: Database, { communityId }: Demo, code: string): Promise<number> {
  const { rows } = await pool.query<{ id: number }>('SELECT id FROM node WHERE community_id = $1 AND code = $2', [
    communityId,
    code,
  ]);
  if (rows[0] === undefined) throw new Error(`the demo community has no node ${code}: made by another version`);
  return rows[0].id;
}
