import { Logger } from '@nestjs/common';
import { MeterSimulation } from '../simulation/meter-simulation';
import { readingsCsv } from '../testing/small-community';
import { foundVillage, startWriteSide, type Village, type WriteSide } from '../testing/write-side';
import { ClearingScheduler } from './clearing-scheduler';

const NOW = Date.parse('2026-06-01T12:00:05Z');

describe('ClearingScheduler', () => {
  let side: WriteSide;
  beforeAll(async () => {
    Logger.overrideLogger(false);
    side = await startWriteSide();
  });
  afterAll(() => side.stop());

  const scheduler = (CLEARING: boolean): ClearingScheduler =>
    new ClearingScheduler(side.database, { now: () => NOW }, new MeterSimulation(side.database), {
      CLEARING,
      SIMULATED_METERS: false,
    });
  const withReadings = async (): Promise<Village> => {
    const village = await foundVillage(side);
    await village.importCsv(readingsCsv('2026-06-01T08:00:00Z', '2026-06-01T12:00:00Z'), NOW);
    return village;
  };
  const cleared = async ({ communityId }: Village): Promise<unknown> =>
    (await side.rows('SELECT count(*) AS n FROM clearing WHERE community_id = $1', [communityId]))[0]?.['n'];

  it('clears what waits at the start, and nothing more once the process ends', async () => {
    const village = await withReadings();
    const clearing = scheduler(true);
    clearing.onApplicationBootstrap();
    await clearing.settled();
    expect(await cleared(village)).toBe(16);
    await clearing.beforeApplicationShutdown();
    const late = await withReadings();
    clearing.wake();
    await clearing.settled();
    expect(await cleared(late)).toBe(0);
  });

  it('clears what came in while it was busy', async () => {
    const clearing = scheduler(true);
    clearing.wake();
    const village = await withReadings();
    clearing.wake();
    await clearing.settled();
    expect(await cleared(village)).toBe(16);
    await clearing.beforeApplicationShutdown();
  });

  it('goes on with the other communities when one is broken', async () => {
    const broken = await withReadings();
    const village = await withReadings();
    await side.rows(`DELETE FROM account WHERE community_id = $1 AND kind = 'utility'`, [broken.communityId]);
    const clearing = scheduler(true);
    clearing.wake();
    await clearing.settled();
    expect(await cleared(broken)).toBe(0);
    expect(await cleared(village)).toBe(16);
    await clearing.beforeApplicationShutdown();
  });

  it('leaves the clearing to another process where it is off', async () => {
    const village = await withReadings();
    const clearing = scheduler(false);
    clearing.onApplicationBootstrap();
    clearing.wake();
    await clearing.settled();
    await clearing.beforeApplicationShutdown();
    expect(await cleared(village)).toBe(0);
  });
});
