import type { Trade, TradesPage } from '@ceex/contracts';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { metered, readingsCsv } from '../testing/small-community';
import { startTestEngine, type TestEngine } from '../testing/test-engine';
import { readCursor, writeCursor } from './trade-cursor';

describe('trades of a node', () => {
  let engine: TestEngine;
  let community: SmallCommunity;

  beforeAll(async () => {
    engine = await startTestEngine('2026-11-01T00:00:00Z');
    community = await foundSmallCommunity(engine);
    await community.importAndClear(readingsCsv('2026-10-20T09:00:00Z', '2026-10-20T15:00:00Z'));
  });
  afterAll(() => engine.stop());

  const page = (house: string, query = ''): Promise<TradesPage> =>
    engine.get(`/node/${community.nodes[house]}/trades${query}`);
  const all = async (house: string, limit: number): Promise<Trade[]> => {
    const trades: Trade[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: TradesPage = await page(house, `?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      expect(next.trades.length).toBeLessThanOrEqual(limit);
      trades.push(...next.trades);
      cursor = next.nextCursor;
    }
    return trades;
  };

  it('come newest first, each once, however they are cut into pages', async () => {
    const { trades, nextCursor } = await page('d', '?limit=200');
    expect(nextCursor).toBeNull();
    expect(trades.length).toBeGreaterThan(20);
    expect(new Set(trades.map(({ id }) => id)).size).toBe(trades.length);
    expect(trades.map(({ start }) => start)).toEqual(
      trades
        .map(({ start }) => start)
        .sort()
        .reverse(),
    );
    expect(await all('d', 3)).toEqual(trades);
    expect(await all('d', 1)).toEqual(trades);
  });

  it('tell each side its own price and the label of the other, and sum to the ledger', async () => {
    const sold = await all('a', 50);
    expect(new Set(sold.map(({ direction }) => direction))).toEqual(new Set(['sold']));
    expect(new Set(sold.map(({ counterpart }) => counterpart))).toEqual(new Set(['Haus c', 'Haus d']));
    for (const { quantityWh, priceMicroPerKwh, amountNano, distanceM } of sold) {
      expect(amountNano).toBe(quantityWh * priceMicroPerKwh);
      expect(distanceM).toBeGreaterThan(120);
    }
    const { totals } = await engine.get<{ totals: { soldLocalWh: number; localRevenueNano: number } }>(
      `/node/${community.nodes['a']}/metrics?startDate=2026-10-20&endDate=2026-10-20`,
    );
    expect(sold.reduce((sum, trade) => sum + trade.quantityWh, 0)).toBe(totals.soldLocalWh);
    expect(sold.reduce((sum, trade) => sum + trade.amountNano, 0)).toBe(totals.localRevenueNano);
  });

  it('are those of the latest version once an interval is cleared again', async () => {
    const noon = '2026-10-20T10:00:00Z';
    const before = (await all('a', 50)).filter(({ start }) => start === noon);
    expect(before.length).toBeGreaterThan(0);
    const less = (house: number, at: number) => (house === 0 ? { ...metered(0, at), exportWh: 9 } : metered(house, at));
    await community.importAndClear(readingsCsv(noon, '2026-10-20T10:15:00Z', less));
    const after = (await all('a', 50)).filter(({ start }) => start === noon);
    expect(after.reduce((sum, { quantityWh }) => sum + quantityWh, 0)).toBe(9);
    const { rows } = await engine.database.pool.query(
      'SELECT DISTINCT version FROM trade WHERE community_id = $1 AND starts_at = $2 ORDER BY version',
      [community.communityId, noon],
    );
    expect(rows).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('with the utility carry the grid operator as their counterpart', async () => {
    const { nodes, communityId } = community;
    await engine.database.pool.query(
      `INSERT INTO trade SELECT community_id, starts_at, version, 99, $2, buyer_id, 1, 90000, 90000, 0, 0, 10
       FROM trade WHERE community_id = $1 AND buyer_id = $3 ORDER BY starts_at DESC, version DESC LIMIT 1`,
      [communityId, nodes['t'], nodes['d']],
    );
    expect((await page('d', '?limit=1')).trades[0]?.counterpart).toBe('Werke Lindenhof');
  });

  it.each(['x', '!', '_', 'zzzzzzzz_0', '16pm2_zzzz', '16pm2_3_', '1'.repeat(65)])(
    'refuses the cursor %s',
    async (text) => {
      const path = `/node/${community.nodes['a']}/trades?cursor=${encodeURIComponent(text)}`;
      expect(await engine.refused(path)).toMatchObject({ code: 'bad-request', errors: [{ path: 'query.cursor' }] });
    },
  );

  it('has cursors that read as they were written', () => {
    const cursor = { startMs: Date.parse('2026-10-20T10:00:00Z'), position: 32_767 };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });
});
