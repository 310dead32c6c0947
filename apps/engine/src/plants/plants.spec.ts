import type { NodePlants, NodeProduction, Plant, PlantPreview } from '@ceex/contracts';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { metered, readingsCsv } from '../testing/small-community';
import { NOBODY, startTestEngine, type TestEngine } from '../testing/test-engine';

const WEST: Plant = {
  kind: 'pv-system',
  name: 'Garage West',
  peakPowerW: 4_000,
  tiltDeg: 10,
  azimuthDeg: 270,
  commissionedOn: '2026-09-01',
};
const CELLAR: Plant = { kind: 'battery', name: 'Zweite', capacityWh: 5_000, powerW: 2_500 };

describe('plants', () => {
  let engine: TestEngine;
  let community: SmallCommunity;
  const path = (house: string, rest = '') => `/node/${community.nodes[house]}/plants${rest}`;
  const plants = (house: string): Promise<NodePlants> => engine.get(path(house));
  const send = (method: 'post' | 'put' | 'delete', to: string, body?: object) =>
    engine.send(method, to, { ...NOBODY, nodes: Object.values(community.nodes) }).send(body);

  beforeAll(async () => {
    engine = await startTestEngine('2026-10-20T12:00:00Z');
    community = await foundSmallCommunity(engine);
  });
  afterAll(() => engine.stop());

  it('come with the yield to be expected', async () => {
    const { pvSystems, batteries, expectedYearWh, expectedMonthsWh, site } = await plants('a');
    expect(pvSystems).toEqual([
      {
        plantId: expect.any(Number),
        name: 'Dach',
        peakPowerW: 8_000,
        tiltDeg: 30,
        azimuthDeg: 180,
        commissionedOn: '2024-05-01',
        expectedYearWh,
      },
    ]);
    expect(batteries).toMatchObject([{ name: 'Keller', capacityWh: 10_000 }]);
    expect(site).toEqual({ latitudeDeg: 47.4, longitudeDeg: 8.5, source: 'time-zone' });
    expect(expectedMonthsWh?.reduce((sum, wh) => sum + wh, 0)).toBe(expectedYearWh);
    expect(expectedYearWh).toBeGreaterThan(8 * 950_000);
    expect(await plants('c')).toMatchObject({ pvSystems: [], batteries: [], expectedYearWh: 0 });
  });

  it('are added, changed and removed, and keep their ids', async () => {
    const before = await plants('b');
    const { body, status } = await send('post', path('b'), WEST);
    expect(status).toBe(200);
    const added = body as NodePlants;
    expect(added.pvSystems.map(({ name }) => name)).toEqual(['Dach', 'Garage West']);
    expect(added.pvSystems[0]).toEqual(before.pvSystems[0]);
    expect(added.expectedYearWh).toBeGreaterThan(before.expectedYearWh ?? 0);
    const [first = 0, second = 0] = added.pvSystems.map(({ plantId }) => plantId);
    await send('put', path('b', `/${second}`), { ...WEST, name: 'Carport', tiltDeg: 15 }).expect(200);
    const withBattery = (await send('post', path('b'), CELLAR).expect(200)).body as NodePlants;
    const third = withBattery.batteries[0]?.plantId ?? 0;
    await send('delete', path('b', `/${first}`)).expect(200);
    expect(await plants('b')).toMatchObject({
      pvSystems: [{ plantId: second, name: 'Carport', tiltDeg: 15 }],
      batteries: [{ plantId: third, name: 'Zweite' }],
    });
    // A place that became free is taken again, under a new id.
    const again = (await send('post', path('b'), WEST).expect(200)).body as NodePlants;
    const ids = again.pvSystems.map(({ plantId }) => plantId);
    expect(new Set([first, second, third, ...ids]).size).toBe(4);
    await send('delete', path('b', `/${third}`)).expect(200);
    expect((await plants('b')).batteries).toEqual([]);
  });

  it("of other nodes are out of reach, and nothing becomes another kind's", async () => {
    const own = (await plants('a')).pvSystems[0]?.plantId ?? 0;
    for (const [method, to, body] of [
      ['put', path('c', `/${own}`), WEST],
      ['delete', path('c', `/${own}`), undefined],
      ['put', path('a', `/${own}`), CELLAR],
      ['put', path('a', '/999999'), WEST],
      ['delete', path('a', '/999999'), undefined],
      ['post', path('t'), WEST],
    ] as const) {
      expect((await send(method, to, body)).body).toMatchObject({ status: 404, code: 'not-found' });
    }
    expect((await plants('a')).pvSystems[0]).toMatchObject({ plantId: own, name: 'Dach' });
  });

  it.each([
    ['no power', { ...WEST, peakPowerW: 0 }, 'body.peakPowerW'],
    ['more than 1000 kWp', { ...WEST, peakPowerW: 1_000_001 }, 'body.peakPowerW'],
    ['a tilt beyond upright', { ...WEST, tiltDeg: 91 }, 'body.tiltDeg'],
    ['a full turn', { ...WEST, azimuthDeg: 360 }, 'body.azimuthDeg'],
    ['half a degree', { ...WEST, tiltDeg: 0.5 }, 'body.tiltDeg'],
    ['a day that there is not', { ...WEST, commissionedOn: '2026-02-30' }, 'body.commissionedOn'],
    ['an unknown kind', { ...WEST, kind: 'windmill' }, 'body.kind'],
    ['an empty name', { ...CELLAR, name: ' ' }, 'body.name'],
    ['a system from before there were any', { ...WEST, commissionedOn: '1979-12-31' }, 'body.commissionedOn'],
    ['one far ahead', { ...WEST, commissionedOn: '2027-10-21' }, 'body.commissionedOn'],
  ])('are refused with %s', async (_, body, field) => {
    const { status, body: problem } = await send('post', path('a'), body);
    expect([400, 422]).toContain(status);
    expect((problem as { errors: { path: string }[] }).errors.map((error) => error.path)).toContain(field);
  });

  it('are no more than 50 of a kind', async () => {
    const { communityId, nodes } = community;
    await engine.database.pool.query(
      `INSERT INTO battery (community_id, node_id, position, name, capacity_wh, power_w)
       SELECT $1, $2, position, 'b', 1, 1 FROM generate_series(0, 49) AS position`,
      [communityId, nodes['d']],
    );
    expect((await send('post', path('d'), CELLAR)).body).toMatchObject({ code: 'conflict' });
  });

  it('have a day, expected and measured', async () => {
    await community.importAndClear(readingsCsv('2026-10-20T08:00:00Z', '2026-10-20T11:00:00Z'));
    const day = await engine.get<NodeProduction>(path('a', '/day'));
    expect(day).toMatchObject({ day: '2026-10-20', timeZone: 'Europe/Zurich' });
    expect(day.points).toHaveLength(96);
    const noon = day.points.find(({ start }) => start === '2026-10-20T10:45:00Z');
    expect(noon?.measuredWh).toBe(metered(0, Date.parse('2026-10-20T10:45:00Z')).productionWh);
    expect(noon?.clearSkyWh).toBeGreaterThan(noon?.expectedWh ?? 0);
    expect(day.points.filter(({ measuredWh }) => measuredWh !== null)).toHaveLength(12);
    expect(day.expectedWh).toBe(day.points.reduce((sum, { expectedWh }) => sum + expectedWh, 0));
    // Before it was commissioned nothing is expected; the autumn day has 100 quarter-hours.
    expect(await engine.get(path('a', '/day?day=2024-04-30'))).toMatchObject({ expectedWh: 0, measuredWh: 0 });
    expect((await engine.get<NodeProduction>(path('a', '/day?day=2026-10-25'))).points).toHaveLength(100);
  });

  it('can be tried before they are saved', async () => {
    const preview = await engine.get<PlantPreview>(path('c', '/preview?peakPowerW=8000&tiltDeg=30&azimuthDeg=180'));
    expect(preview.expectedYearWh).toBe((await plants('a')).expectedYearWh);
    expect(preview.points).toHaveLength(96);
    const north = await engine.get<PlantPreview>(path('c', '/preview?peakPowerW=8000&tiltDeg=30&azimuthDeg=0'));
    expect(north.expectedYearWh).toBeLessThan((preview.expectedYearWh ?? 0) * 0.8);
    expect(await engine.refused(path('c', '/preview?peakPowerW=8000&tiltDeg=91&azimuthDeg=0'))).toMatchObject({
      code: 'bad-request',
      errors: [{ path: 'query.tiltDeg' }],
    });
  });
});
