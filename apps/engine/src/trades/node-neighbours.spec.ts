import type { NodeMetrics, NodeNeighbours, TradesPage } from '@ceex/contracts';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { HOUSES, metered, readingsCsv } from '../testing/small-community';
import { startTestEngine, type TestEngine } from '../testing/test-engine';

/** Two days, the first with a correction, so that there are clearings of two versions. */
const DAYS = 'startDate=2026-10-20&endDate=2026-10-21';

describe('neighbours of a node', () => {
  let engine: TestEngine;
  let community: SmallCommunity;

  beforeAll(async () => {
    engine = await startTestEngine('2026-11-01T00:00:00Z');
    community = await foundSmallCommunity(engine);
    await community.importAndClear(readingsCsv('2026-10-20T09:00:00Z', '2026-10-21T15:00:00Z'));
    const less = (house: number, at: number) => (house === 0 ? { ...metered(0, at), exportWh: 9 } : metered(house, at));
    await community.importAndClear(readingsCsv('2026-10-20T10:00:00Z', '2026-10-20T10:15:00Z', less));
  });
  afterAll(() => engine.stop());

  const neighbours = (house: string, query = DAYS): Promise<NodeNeighbours> =>
    engine.get(`/node/${community.nodes[house]}/neighbours?${query}`);

  it.each(HOUSES)('sum to what the ledger says of house %s', async (house) => {
    const { neighbours: rows, others, soldWh, boughtWh } = await neighbours(house);
    const { totals } = await engine.get<NodeMetrics>(`/node/${community.nodes[house]}/metrics?${DAYS}`);
    expect(others).toBe(0);
    const sum = { soldWh: 0, boughtWh: 0, soldNano: 0, boughtNano: 0 };
    for (const row of rows) for (const field of Object.keys(sum) as (keyof typeof sum)[]) sum[field] += row[field];
    expect(sum).toEqual({
      soldWh: totals.soldLocalWh,
      boughtWh: totals.boughtLocalWh,
      soldNano: totals.localRevenueNano,
      boughtNano: totals.localEnergyCostNano,
    });
    expect({ soldWh, boughtWh }).toEqual({ soldWh: sum.soldWh, boughtWh: sum.boughtWh });
  });

  it('are named as they chose, with most energy first, and each once', async () => {
    const { neighbours: rows } = await neighbours('a');
    expect(rows.map(({ label }) => label).sort()).toEqual(['Haus b', 'Haus c', 'Haus d']);
    const energies = rows.map(({ soldWh, boughtWh }) => soldWh + boughtWh);
    expect(energies).toEqual([...energies].sort((a, b) => b - a));
    expect(rows.every(({ distanceM }) => distanceM > 0)).toBe(true);
  });

  it('count the trades of the range alone', async () => {
    const { trades } = await engine.get<TradesPage>(`/node/${community.nodes['d']}/trades?limit=200`);
    const from = '2026-10-20T11:00:00Z';
    const to = '2026-10-20T12:00:00Z';
    const within = trades.filter(({ start }) => start >= from && start < to);
    expect(within.length).toBeGreaterThan(0);
    const { neighbours: rows } = await neighbours('d', `startDate=${from}&endDate=${to}`);
    expect(rows.reduce((sum, row) => sum + row.trades, 0)).toBe(within.length);
  });

  it('beyond the limit are counted, and in the sums', async () => {
    const all = await neighbours('a');
    const first = await neighbours('a', `${DAYS}&limit=1`);
    expect(first).toEqual({ ...all, neighbours: all.neighbours.slice(0, 1), others: all.neighbours.length - 1 });
    expect(first.others).toBeGreaterThan(0);
  });

  it('are none where nothing was traded', async () => {
    const { neighbours: rows, others, soldWh } = await neighbours('a', 'startDate=2026-09-01&endDate=2026-09-02');
    expect({ rows, others, soldWh }).toEqual({ rows: [], others: 0, soldWh: 0 });
  });

  it('at the grid’s root are the utility under the grid operator’s name', async () => {
    await engine.database.pool.query(
      `INSERT INTO trade SELECT community_id, starts_at, version, 99, $2, buyer_id, 1, 90000, 90000, 0, 0, 10
       FROM trade WHERE community_id = $1 AND buyer_id = $3 ORDER BY starts_at DESC, version DESC LIMIT 1`,
      [community.communityId, community.nodes['t'], community.nodes['d']],
    );
    const { neighbours: rows } = await neighbours('d');
    expect(rows.at(-1)).toMatchObject({ label: 'Werke Lindenhof', boughtWh: 1 });
  });
});
