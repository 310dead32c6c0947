import type { NodeMetrics, NodeReplay, Strategy } from '@ceex/contracts';
import { Failure, signClaims } from '@ceex/server';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { builtReplayWorker } from '../testing/built-replay-worker';
import { HOUSES, readingsCsv } from '../testing/small-community';
import { NOBODY, SERVER, startTestEngine, TEST_SECRET, type TestEngine } from '../testing/test-engine';
import { ReplayPool } from './replay-pool';
import { ReplayWorkerFile } from './replay-worker-file';

/** Three days around the end of summer time and a change of tariff, cleared. */
const FROM = '2026-10-23T22:00:00Z';
const TO = '2026-10-26T23:00:00Z';
const RANGES = [
  ['all', FROM, TO],
  ['whole days', '2026-10-24', '2026-10-26'],
  ['instants in the middle of days', '2026-10-24T03:15:00Z', '2026-10-26T17:45:00Z'],
  ['instants between two intervals', '2026-10-24T03:20:00Z', '2026-10-25T17:40:00Z'],
  ['more than is there', '2026-10-10', '2026-10-31'],
  ['a time before all', '2026-10-10', '2026-10-12'],
] as const;

describe('a replay of a node', () => {
  let engine: TestEngine;
  let community: SmallCommunity;
  let worker: Awaited<ReturnType<typeof builtReplayWorker>>;

  beforeAll(async () => {
    worker = await builtReplayWorker();
    engine = await startTestEngine('2026-11-01T00:00:00Z', { REPLAY_THREADS: '2' });
    engine.app.get(ReplayWorkerFile).path = () => worker.file;
    community = await foundSmallCommunity(engine);
    await community.importAndClear(readingsCsv(FROM, TO));
  });
  afterAll(async () => {
    await engine.stop();
    await worker.remove();
  });

  const pathOf = (nodeId: number | undefined, from: string, to: string, strategy: Strategy): string => {
    const given = Object.entries({ startDate: from, endDate: to, ...strategy }).filter(([, value]) => value !== null);
    return `/node/${nodeId}/replay?${new URLSearchParams(given as [string, string][])}`;
  };
  const path = (house: string, from: string, to: string, strategy: Strategy): string =>
    pathOf(community.nodes[house], from, to, strategy);
  const replay = (house: string, from: string, to: string, strategy: Strategy): Promise<NodeReplay> =>
    engine.get(path(house, from, to, strategy));
  const totals = async (house: string, from: string, to: string): Promise<NodeMetrics['totals']> =>
    (await engine.get<NodeMetrics>(`/node/${community.nodes[house]}/metrics?startDate=${from}&endDate=${to}`)).totals;
  const strategyOf = async (house: string): Promise<Strategy> =>
    (await engine.get<{ strategy: Strategy }>(`/node/${community.nodes[house]}/strategy`)).strategy;

  it.each(RANGES)('with its own strategy is what the metrics say, to the nano-franc: %s', async (_, from, to) => {
    for (const house of HOUSES) {
      const { proposed, current, intervals } = await replay(house, from, to, await strategyOf(house));
      const actual = await totals(house, from, to);
      expect(current).toEqual({ ...actual, unsoldWh: expect.any(Number), unboughtWh: expect.any(Number) });
      expect(proposed).toEqual(current);
      expect(intervals).toBe(actual.intervals);
    }
  });

  it('is exact where each pair has a price of its own, too', async () => {
    const village = await foundSmallCommunity(engine, 'Mittelweg');
    const { pool } = engine.database;
    await pool.query("UPDATE community SET pricing = 'midpoint' WHERE id = $1", [village.communityId]);
    await village.importAndClear(readingsCsv(FROM, '2026-10-24T22:00:00Z'));
    for (const nodeId of village.houses) {
      const { strategy } = await engine.get<{ strategy: Strategy }>(`/node/${nodeId}/strategy`);
      const replayed = await engine.get<NodeReplay>(pathOf(nodeId, FROM, TO, strategy));
      const metrics = await engine.get<NodeMetrics>(`/node/${nodeId}/metrics?startDate=${FROM}&endDate=${TO}`);
      expect(replayed.proposed).toEqual(replayed.current);
      expect(replayed.proposed).toMatchObject(metrics.totals);
      expect(replayed.intervals).toBe(96);
    }
  });

  it('says what was offered in vain', async () => {
    const { current } = await replay('b', FROM, TO, await strategyOf('b'));
    expect(current.soldLocalWh).toBeGreaterThan(0);
    // The house has no interval with both import and export: all that it did not sell it offered in vain.
    expect(current.unsoldWh).toBe(current.soldUtilityWh);
    expect(current.unboughtWh).toBe(current.boughtUtilityWh);
  });

  const CHANGES: [string, Strategy][] = [
    [
      'a',
      { kind: 'never-lose', lowestSellMicroPerKwh: 118_000, highestPayMicroPerKwh: null, flexibilityMicroPerKwh: null },
    ],
    [
      'd',
      { kind: 'never-lose', lowestSellMicroPerKwh: null, highestPayMicroPerKwh: 90_000, flexibilityMicroPerKwh: null },
    ],
    [
      'b',
      {
        kind: 'market-benefit',
        lowestSellMicroPerKwh: null,
        highestPayMicroPerKwh: null,
        flexibilityMicroPerKwh: null,
      },
    ],
    [
      'a',
      {
        kind: 'flexibility',
        lowestSellMicroPerKwh: 70_000,
        highestPayMicroPerKwh: null,
        flexibilityMicroPerKwh: 45_000,
      },
    ],
  ];
  it.each(CHANGES)('foretells what clearing again makes of house %s with %j', async (house, strategy) => {
    const before = await replay(house, FROM, TO, strategy);
    expect(before.strategy).toEqual(strategy);
    expect(before.proposed).not.toEqual(before.current);
    await engine.send('put', `/node/${community.nodes[house]}/strategy`).send(strategy).expect(200);
    engine.clock.nowMs += 1;
    const again = engine.send('post', `/community/${community.communityId}/clearings`);
    await again.send({ start: FROM, end: TO }).expect(200);
    await community.clear();
    // Nothing of what was kept in memory is shown any more.
    const after = await replay(house, FROM, TO, strategy);
    expect(after.current).toEqual(before.proposed);
    expect(after.proposed).toEqual(before.proposed);
    expect(await totals(house, FROM, TO)).toMatchObject({ revenueNano: after.current.revenueNano });
  });

  it.each([
    ['an end before the start', { startDate: '2026-10-25', endDate: '2026-10-24' }, 400, 'endDate'],
    ['more than a year', { startDate: '2025-01-01', endDate: '2026-01-05' }, 400, 'endDate'],
    ['no day', { startDate: 'yesterday' }, 400, 'query.startDate'],
    ['another kind', { kind: 'greedy' }, 400, 'query.kind'],
    ['no kind', { kind: undefined }, 400, 'query.kind'],
    ['a limit with a fraction', { lowestSellMicroPerKwh: '0.5' }, 400, 'query.lowestSellMicroPerKwh'],
    ['a limit beyond all prices', { highestPayMicroPerKwh: '100000001' }, 400, 'query.highestPayMicroPerKwh'],
    ['flexibility of another strategy', { flexibilityMicroPerKwh: '1' }, 422, 'flexibilityMicroPerKwh'],
  ])('refuses %s, and names the field', async (_, change, status, field) => {
    const asked = { startDate: '2026-10-24', endDate: '2026-10-25', kind: 'never-lose', ...change };
    const query = Object.entries(asked).filter(([, value]) => value !== undefined) as [string, string][];
    const problem = await engine.refused(`/node/${community.nodes['a']}/replay?${new URLSearchParams(query)}`);
    expect(problem.status).toBe(status);
    expect(problem.errors?.map((error) => error.path)).toEqual([field]);
  });

  it('takes a year with both its ends', async () => {
    const { intervals } = await replay('a', '2025-10-26', '2026-10-26', await strategyOf('a'));
    expect(intervals).toBe(292);
  });

  it('is for the users of the node alone, and for households', async () => {
    const own = path('a', FROM, TO, await strategyOf('a'));
    const nodes = [community.nodes['b'] as number];
    expect((await engine.refused(own, { ...NOBODY, nodes, operates: [community.communityId] })).status).toBe(403);
    expect((await engine.refused(own.replace(/node\/\d+/, `node/${community.nodes['k']}`))).status).toBe(404);
  });

  it('stops when the caller goes away', async () => {
    const own = path('a', FROM, TO, await strategyOf('a'));
    const left = new Promise<void>((resolve) => {
      jest.spyOn(engine.app.get(ReplayPool), 'run').mockImplementationOnce((_, signal) => {
        client.destroy();
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            resolve();
            reject(new Failure('busy'));
          }),
        );
      });
    });
    const { port } = engine.app.getHttpServer().address() as AddressInfo;
    const headers = { authorization: `Bearer ${signClaims(SERVER, TEST_SECRET)}` };
    const client = get({ port, path: own, headers }).on('error', () => undefined);
    await left;
  });
});
