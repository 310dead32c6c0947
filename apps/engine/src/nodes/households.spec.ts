import type { ClearingsPage, NodeProfile, NodeStrategy, Strategy } from '@ceex/contracts';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { metered, readingsCsv } from '../testing/small-community';
import { NOBODY, startTestEngine, type TestEngine } from '../testing/test-engine';

const CAUTIOUS: Strategy = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: 155_000,
  highestPayMicroPerKwh: 900_000,
  flexibilityMicroPerKwh: null,
};

describe('households', () => {
  let engine: TestEngine;
  let community: SmallCommunity;
  const path = (house: string, rest = ''): string => `/node/${community.nodes[house]}${rest}`;

  beforeAll(async () => {
    engine = await startTestEngine('2026-10-20T12:00:00Z');
    community = await foundSmallCommunity(engine);
  });
  afterAll(() => engine.stop());

  it('have a profile before and after their first clearing', async () => {
    expect(await engine.get<NodeProfile>(path('a'))).toMatchObject({
      code: 'a',
      kind: 'household',
      communityId: community.communityId,
      communityName: 'Lindenhof',
      gridOperator: 'Werke Lindenhof',
      role: 'consumer',
      lastTwelveMonths: { from: '2025-10-21', to: '2026-10-20', requiredWh: 0, surplusWh: 0 },
      pvSystems: [{ name: 'Dach', peakPowerW: 8_000, tiltDeg: 30, azimuthDeg: 180, commissionedOn: '2024-05-01' }],
      batteries: [{ name: 'Keller', capacityWh: 10_000, powerW: 5_000 }],
    });
    await community.importAndClear(readingsCsv('2026-10-20T03:00:00Z', '2026-10-20T11:00:00Z'));
    const { role, lastTwelveMonths } = await engine.get<NodeProfile>(path('a'));
    let surplusWh = 0;
    for (let at = Date.parse('2026-10-20T03:00:00Z'); at < Date.parse('2026-10-20T11:00:00Z'); at += 900_000) {
      surplusWh += metered(0, at).exportWh;
    }
    expect({ role, surplusWh: lastTwelveMonths.surplusWh }).toEqual({ role: 'both', surplusWh });
    expect((await engine.get<NodeProfile>(path('c'))).role).toBe('consumer');
  });

  it('set a strategy, whose limits stay within the ruler, and remember who set it', async () => {
    const caller = { ...NOBODY, sub: 'pseudonym-1', nodes: [community.nodes['a'] ?? 0] };
    const { body, status } = await engine.send('put', path('a', '/strategy'), caller).send(CAUTIOUS);
    expect(status).toBe(200);
    expect(body as NodeStrategy).toMatchObject({
      validFrom: '2026-10-20T12:00:00Z',
      strategy: CAUTIOUS,
      effectiveLowestSellMicroPerKwh: 155_000,
      effectiveHighestPayMicroPerKwh: 162_400,
      ruler: { lowMicroPerKwh: 60_000, highMicroPerKwh: 162_400 },
    });
    expect(await engine.get(path('a', '/strategy'))).toEqual(body);
    const { rows } = await engine.database.pool.query(
      'SELECT set_by FROM strategy WHERE node_id = $1 ORDER BY valid_from',
      [community.nodes['a']],
    );
    expect(rows).toEqual([{ set_by: 'founding' }, { set_by: 'pseudonym-1' }]);
  });

  it('get their new limits used when an operator clears a past interval again', async () => {
    const start = '2026-10-20T10:00:00Z';
    const before = await soldAt(start);
    engine.clock.nowMs += 60_000;
    const { body } = await engine
      .send('post', `/community/${community.communityId}/clearings`)
      .send({ start, end: '2026-10-20T10:15:00Z' })
      .expect(200);
    expect(body).toEqual({ intervals: 1 });
    await community.clear();
    // 0.155 CHF/kWh and the fee is more than one of the two buyers pays: the other house sells instead.
    expect(await soldAt(start)).toBeLessThan(before);
    const { clearings } = await engine.get<ClearingsPage>(`/community/${community.communityId}/clearings?limit=500`);
    expect(clearings.filter((clearing) => clearing.start === start)).toMatchObject([
      { version: 2, cause: 'operator' },
      { version: 1, cause: 'readings' },
    ]);
  });

  const soldAt = async (start: string): Promise<number> => {
    const end = new Date(Date.parse(start) + 900_000).toISOString();
    const { totals } = await engine.get<{ totals: { soldLocalWh: number } }>(
      path('a', `/metrics?startDate=${start}&endDate=${end}`),
    );
    return totals.soldLocalWh;
  };

  it.each([
    ['an unknown kind', { ...CAUTIOUS, kind: 'greedy' }, 'bad-request'],
    ['a negative limit', { ...CAUTIOUS, lowestSellMicroPerKwh: -1 }, 'bad-request'],
    ['a fraction', { ...CAUTIOUS, lowestSellMicroPerKwh: 0.5 }, 'bad-request'],
    ['an unknown key', { ...CAUTIOUS, extra: 1 }, 'bad-request'],
    ['a flexibility price without the strategy', { ...CAUTIOUS, flexibilityMicroPerKwh: 5 }, 'unprocessable'],
  ])('refuse %s', async (_, body, code) => {
    expect((await engine.send('put', path('a', '/strategy')).send(body)).body).toMatchObject({ code });
  });

  it('alone have a strategy', async () => {
    expect(await engine.refused(path('t', '/strategy'))).toMatchObject({ code: 'not-found' });
    const { body } = await engine.send('put', path('t', '/strategy')).send(CAUTIOUS);
    expect(body).toMatchObject({ code: 'not-found' });
  });

  it('choose what their neighbours see of them', async () => {
    const put = (body: object, house = 'b') => engine.send('put', path(house, '/label')).send(body);
    expect((await put({ label: '  Haus zur Sonne (2) ' })).body).toMatchObject({
      code: 'b',
      label: 'Haus zur Sonne (2)',
    });
    expect(await engine.get<NodeProfile>(path('b'))).toMatchObject({ label: 'Haus zur Sonne (2)' });
    for (const label of ['', ' ', 'x'.repeat(41), '<b>', 'a\nb', 'a\u202eb', 'a\u200bb', 7])
      expect((await put({ label })).status).toBe(400);
    expect((await put({ label: 'x', code: 'y' })).status).toBe(400);
  });
});
