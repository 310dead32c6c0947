import { readEvents } from '@ceex/server/testing';
import { demoCommunity } from '@ceex/simulation';
import { INTERVAL_MS } from '@ceex/units';
import { Database } from '../database/database';
import { foundCommunity } from '../founding/found-community';
import { demoFounding } from '../simulation/demo-founding';
import { MeterSimulation } from '../simulation/meter-simulation';
import { bearer, engineProcesses, type EngineProcesses } from '../testing/engine-processes';
import { readingsCsv } from '../testing/small-community';
import { foundVillage, startWriteSide, type WriteSide } from '../testing/write-side';

const DAYS = 70;
const INTERVALS = DAYS * 96;
const CSV = readingsCsv('2026-07-01T00:00Z', '2026-09-09T00:00Z');
const NOW = Date.parse('2026-09-10T00:00:00Z');

jest.setTimeout(120_000);

describe('two engines on one database', () => {
  let side: WriteSide;
  let engines: EngineProcesses;

  beforeAll(async () => {
    side = await startWriteSide();
    engines = await engineProcesses(side.url);
  });
  afterAll(async () => {
    await engines.stop();
    await side.stop();
  });

  const left = async (communityId: number): Promise<number> => {
    const [row] = await side.rows<{ count: number }>('SELECT count(*) FROM pending_interval WHERE community_id = $1', [
      communityId,
    ]);
    return row?.count ?? 0;
  };

  const resultsOf = (communityId: number): Promise<unknown[]> =>
    side.rows(
      `SELECT starts_at, version, traded_wh, traded_nano, welfare_nano, fees_nano, rent_nano
       FROM clearing WHERE community_id = $1 ORDER BY starts_at`,
      [communityId],
    );

  it('clear every interval exactly once, also where one is killed in the middle', async () => {
    const [calm, shaken] = [await foundVillage(side), await foundVillage(side)];
    for (const village of [calm, shaken]) await village.importCsv(CSV, NOW);
    await calm.clear(NOW);
    const [first, second] = await Promise.all([engines.start({ CLEARING: 'on' }), engines.start({ CLEARING: 'on' })]);
    let waiting = INTERVALS;
    while (waiting === INTERVALS) waiting = await left(shaken.communityId);
    first.signal('SIGKILL');
    await first.ended;
    expect(waiting).toBeGreaterThan(0);
    // A third takes its place, as the one who keeps programs alive would see to.
    const third = await engines.start({ CLEARING: 'on' });
    while (waiting > 0) waiting = await left(shaken.communityId);

    const [cleared] = await side.rows(
      `SELECT count(*) AS rows, count(DISTINCT starts_at) AS intervals, max(version) AS version
       FROM clearing WHERE community_id = $1`,
      [shaken.communityId],
    );
    expect(cleared).toEqual({ rows: INTERVALS, intervals: INTERVALS, version: 1 });
    expect(await resultsOf(shaken.communityId)).toEqual(await resultsOf(calm.communityId));
    const unequal = await side.rows(
      `SELECT starts_at, abs(kind) FROM posting WHERE community_id = $1 GROUP BY starts_at, abs(kind)
       HAVING sum(energy_wh) <> 0 OR sum(amount_nano) <> 0`,
      [shaken.communityId],
    );
    expect(unequal).toEqual([]);
    // They did not run into each other either.
    const failures = [first, second, third].flatMap(({ lines }) => lines.filter((line) => line.includes('failed')));
    expect(failures).toEqual([]);
  });

  it('tell those who listen at one of them what another has done', async () => {
    const village = await foundVillage(side);
    await village.importCsv(readingsCsv('2026-07-01T00:00Z', '2026-07-01T01:00Z'), NOW);
    const listening = await engines.start();
    const events = await readEvents(`${listening.url}/community/${village.communityId}/events`, bearer());
    await events.next();
    await village.clear(NOW);
    expect(await events.next()).toMatchObject({ event: 'clearing', data: expect.stringContaining('"intervals":4') });
    events.close();
  });

  it('deliver simulated readings once', async () => {
    const seed = 7;
    const anchor = '2026-05-31T22:00:00Z';
    const body = demoFounding(demoCommunity(seed), { seed, anchor, tariffFrom: '2026-01-01' });
    const { communityId } = await foundCommunity(side.database, body);
    const other = new Database({ url: side.url });
    const until = Date.parse(anchor) + 2 * 96 * INTERVAL_MS;
    const meters = [side.database, other].map((database) => new MeterSimulation(database));
    await Promise.all(meters.map((one) => one.deliver(communityId, until)));
    await other.close();
    const [row] = await side.rows(
      `SELECT count(*) AS readings, (SELECT count(*) FROM pending_interval WHERE community_id = $1 AND cause = 'readings') AS waiting
       FROM reading WHERE community_id = $1`,
      [communityId],
    );
    expect(row).toEqual({ readings: 192 * 40, waiting: 192 });
  });
});
