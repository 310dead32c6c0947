import type { CommunityFlows, CommunityHistory, FoundCommunity } from '@ceex/contracts';
import { clearPending } from '../clearing/clear-pending';
import { foundCommunity } from '../founding/found-community';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { readingsCsv, smallCommunity } from '../testing/small-community';
import { NOBODY, startTestEngine, type TestEngine } from '../testing/test-engine';

const DAY = 'startDate=2026-10-20&endDate=2026-10-20';

/** The small community with a street of six households, three without a meter yet, and one beside it: c. */
function longerStreet(): FoundCommunity {
  const body = smallCommunity('Lange Strasse');
  const [house] = body.grid.filter(({ code }) => code === 'a');
  const [home] = body.households.filter(({ node }) => node === 'c');
  if (!house || !home) throw new Error('the small community has houses a and c');
  const codes = ['e', 'f', 'g'];
  const changes: Record<string, object> = { k: { capacityUpWh: 2_000, capacityDownWh: 1_000 }, d: { parent: 'k' } };
  return {
    ...body,
    grid: [
      ...body.grid.map((node) => ({ ...node, ...changes[node.code] })),
      ...codes.map((code) => ({ ...house, code })),
    ],
    households: [...body.households, ...codes.map((node) => ({ ...home, node }))],
  };
}

describe('flows of a community', () => {
  let engine: TestEngine;
  let community: SmallCommunity;
  const path = (rest: string) => `/community/${community.communityId}/${rest}`;
  const member = (...codes: string[]) => ({
    ...NOBODY,
    nodes: codes.map((code) => community.nodes[code] ?? 0),
    memberOf: [community.communityId],
  });
  const operator = () => ({ ...NOBODY, operates: [community.communityId] });
  const idsOf = ({ edges }: CommunityFlows) => edges.map(({ nodeId }) => nodeId);

  beforeAll(async () => {
    engine = await startTestEngine('2026-10-20T12:00:00Z');
    community = await foundSmallCommunity(engine);
    await community.importAndClear(readingsCsv('2026-10-20T03:00:00Z', '2026-10-20T11:00:00Z'));
  });
  afterAll(() => engine.stop());

  it('are seen whole by the operator, and obey Kirchhoff', async () => {
    const flows = await engine.get<CommunityFlows>(path(`flows?${DAY}`), operator());
    expect(flows.scope).toBe('operator');
    expect(flows.intervals).toHaveLength(32);
    expect(flows.edges).toHaveLength(5);
    expect(flows.prices).toHaveLength(6);
    const of = (code: string) => flows.edges.find(({ nodeId }) => nodeId === community.nodes[code])?.flowsWh ?? [];
    for (const [at, { tradedWh, priceMicroPerKwh }] of flows.intervals.entries()) {
      expect(of('k')[at]).toBe((of('a')[at] ?? 0) + (of('b')[at] ?? 0));
      expect((of('k')[at] ?? 0) + (of('c')[at] ?? 0) + (of('d')[at] ?? 0)).toBe(0);
      expect(of('k')[at]).toBeLessThanOrEqual(tradedWh);
      expect(priceMicroPerKwh === null).toBe(tradedWh === 0);
      const prices = flows.prices.map(({ pricesMicroPerKwh }) => pricesMicroPerKwh[at]);
      expect(prices.every((price) => (price === null) === (tradedWh === 0))).toBe(true);
    }
    expect(Math.max(...of('k'))).toBeGreaterThan(0);
  });

  it("are to a member its own alone where the rest would be another household's", async () => {
    const flows = await engine.get<CommunityFlows>(path(`flows?${DAY}`), member('a'));
    expect(flows.scope).toBe('member');
    expect(idsOf(flows)).toEqual([community.nodes['a']]);
    expect(flows.prices.map(({ nodeId }) => nodeId)).toEqual([community.nodes['t'], community.nodes['a']]);
    const own = await engine.get<CommunityFlows>(path(`flows?${DAY}`), operator());
    expect(flows.edges[0]).toEqual(own.edges.find(({ nodeId }) => nodeId === community.nodes['a']));
  });

  it('are shown to members where three others stand behind them, with the share of the capacity', async () => {
    const { communityId, nodes } = await foundCommunity(engine.database, longerStreet());
    const idOf = (code: string) => nodes.find((node) => node.code === code)?.nodeId ?? 0;
    await engine
      .send('post', `/community/${communityId}/readings`)
      .set('Content-Type', 'text/csv')
      .send(readingsCsv('2026-10-20T09:00:00Z', '2026-10-20T10:00:00Z'))
      .expect(200);
    await clearPending(engine.database, communityId, { nowMs: engine.clock.nowMs + 3_600_000 });
    const claims = { ...NOBODY, nodes: [idOf('c')], memberOf: [communityId] };
    const flows = await engine.get<CommunityFlows>(`/community/${communityId}/flows?${DAY}`, claims);
    expect(idsOf(flows)).toEqual([idOf('k'), idOf('c')]);
    expect(flows.intervals).toHaveLength(4);
    const shares = flows.edges[0]?.flowsWh.map((wh) => Math.floor((Math.abs(wh) * 10_000) / (wh < 0 ? 1_000 : 2_000)));
    expect(flows.edges[0]?.peakShare).toBe(Math.max(...(shares ?? [])));
    expect(flows.edges[0]?.peakShare).toBeGreaterThan(0);
    expect(flows.edges[1]?.peakShare).toBeNull();
  });

  it.each([
    ['a day and a quarter-hour', 'startDate=2026-10-20T00:00:00Z&endDate=2026-10-21T01:15:00Z', 'too-many-points'],
    ['a month', 'startDate=2026-10-01&endDate=2026-10-31', 'too-many-points'],
    ['an end before the start', 'startDate=2026-10-20&endDate=2026-10-19', 'bad-request'],
    ['no range', '', 'bad-request'],
  ])('are refused for %s', async (_, query, code) => {
    expect(await engine.refused(path(`flows?${query}`), operator())).toMatchObject({ code });
  });

  it('take the autumn day with its 100 intervals', async () => {
    const query = 'flows?startDate=2026-10-25&endDate=2026-10-25';
    expect((await engine.get<CommunityFlows>(path(query), operator())).intervals).toEqual([]);
  });

  describe('over days', () => {
    const read = (claims = operator()) =>
      engine.get<CommunityHistory>(path('history?startDate=2026-10-01&endDate=2026-10-31'), claims);

    it('are sums of all households, equal to the ledger', async () => {
      const history = await read();
      const summary = await engine.get<{ totals: Record<string, number>; tradedWh: number }>(path(`summary?${DAY}`));
      const { totals } = summary;
      const sum = (names: string[]) => names.reduce((total, name) => total + (totals[name] ?? 0), 0);
      expect(history).toMatchObject({
        households: 4,
        producers: 2,
        tradedWh: summary.tradedWh,
        days: [{ day: '2026-10-20', tradedWh: summary.tradedWh, intervals: 32 }],
        totals: {
          usedWh: totals['usedWh'],
          producedWh: totals['producedWh'],
          boughtUtilityWh: totals['boughtUtilityWh'],
          savedNano: sum(['revenueNano', 'utilityAloneCostNano']) - sum(['costNano', 'utilityAloneRevenueNano']),
        },
      });
      expect(history.totals?.savedNano).toBeGreaterThan(0);
      expect(history.priceMicroPerKwh).toBe(history.days[0]?.priceMicroPerKwh);
    });

    it('are shown to a member with three others, and not to one with two', async () => {
      expect((await read(member('a'))).totals).toEqual((await read()).totals);
      const { totals, tradedWh } = await read(member('a', 'b'));
      expect(totals).toBeNull();
      expect(tradedWh).toBeGreaterThan(0);
    });

    it('end within five years', async () => {
      expect(await engine.refused(path('history?startDate=2020-01-01&endDate=2026-01-01'))).toMatchObject({
        code: 'bad-request',
      });
    });
  });
});
