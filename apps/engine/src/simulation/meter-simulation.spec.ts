import { foundCommunityBody } from '@ceex/contracts';
import { demoCommunity, SimulatedMeters } from '@ceex/simulation';
import { INTERVAL_MS, intervalIndex } from '@ceex/units';
import { foundCommunity } from '../founding/found-community';
import { importReadings } from '../readings/import-readings';
import { startWriteSide, type WriteSide } from '../testing/write-side';
import { demoFounding } from './demo-founding';
import { MeterSimulation } from './meter-simulation';
import { simulatedCsv } from './simulated-csv';

const SEED = 7;
const ANCHOR = '2026-05-31T22:00:00Z';
const ANCHOR_MS = Date.parse(ANCHOR);
const DAY_MS = 96 * INTERVAL_MS;

describe('simulated meters', () => {
  let side: WriteSide;
  const community = demoCommunity(SEED);
  const body = demoFounding(community, { seed: SEED, anchor: ANCHOR, tariffFrom: '2026-01-01' });
  /** Metering points are the same for the same seed, and belong to one community. */
  const anonymous = { ...body, households: body.households.map((house) => ({ ...house, meteringPoint: null })) };
  beforeAll(async () => (side = await startWriteSide()));
  afterAll(() => side.stop());

  const found = async (): Promise<number> => (await foundCommunity(side.database, anonymous)).communityId;
  const readings = async (communityId: number): Promise<unknown[]> =>
    (
      await side.rows(
        `SELECT n.code, starts_at, import_wh, export_wh, production_wh, quality FROM reading r JOIN node n ON n.id = node_id
         WHERE r.community_id = $1 ORDER BY starts_at, code`,
        [communityId],
      )
    ).map(Object.values);

  it('the demo can be founded by the contract', () => {
    expect(foundCommunityBody.parse(body)).toEqual(body);
  });

  it('deliver what has ended since the last reading, and nothing twice', async () => {
    const communityId = await found();
    const meters = new MeterSimulation(side.database);
    expect(await meters.communities()).toContain(communityId);
    expect(await meters.deliver(communityId, ANCHOR_MS + 2 * INTERVAL_MS - 1)).toBe(1);
    expect(await meters.deliver(communityId, ANCHOR_MS + 2 * INTERVAL_MS)).toBe(1);
    expect(await meters.deliver(communityId, ANCHOR_MS + 2 * INTERVAL_MS)).toBe(0);
    expect(await readings(communityId)).toHaveLength(2 * 40);
    const pending = await side.rows('SELECT starts_at FROM pending_interval WHERE community_id = $1', [communityId]);
    expect(pending).toHaveLength(2);
  });

  it('say the same after a restart, in small steps, and as an imported file', async () => {
    const until = ANCHOR_MS + 2 * DAY_MS;
    const whole = await found();
    await new MeterSimulation(side.database).deliver(whole, until);
    const steps = await found();
    const first = new MeterSimulation(side.database);
    await first.deliver(steps, ANCHOR_MS + DAY_MS / 2);
    await first.deliver(steps, ANCHOR_MS + DAY_MS);
    await new MeterSimulation(side.database).deliver(steps, until);
    const imported = await found();
    const index = intervalIndex(ANCHOR_MS);
    const csv = simulatedCsv(new SimulatedMeters(community, SEED, index), index, intervalIndex(until));
    await importReadings(side.database, imported, csv, { quality: 'simulated', nowMs: until });
    expect(await readings(whole)).toHaveLength(2 * 96 * 40);
    expect(await readings(steps)).toEqual(await readings(whole));
    expect(await readings(imported)).toEqual(await readings(whole));
  });
});
