import type { ClearingsPage, Market, NodeNow } from '@ceex/contracts';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { metered, readingsCsv } from '../testing/small-community';
import { startTestEngine, type TestEngine } from '../testing/test-engine';

const NOW = '2026-10-20T11:17:00Z';

describe('the market', () => {
  let engine: TestEngine;
  let community: SmallCommunity;
  const market = (): Promise<Market> => engine.get(`/community/${community.communityId}/market`);
  const now = (house: string): Promise<NodeNow> => engine.get(`/node/${community.nodes[house]}/now`);

  beforeAll(async () => {
    engine = await startTestEngine(NOW);
    community = await foundSmallCommunity(engine);
  });
  afterAll(() => engine.stop());

  it('says when the first clearing is due before there is one', async () => {
    expect(await market()).toMatchObject({
      name: 'Lindenhof',
      status: 'open',
      lastClearing: null,
      nextClearingAt: '2026-10-20T11:30:00Z',
      pendingIntervals: 0,
      ruler: {
        lowMicroPerKwh: 60_000,
        highMicroPerKwh: 162_400,
        utilityMicroPerKwh: 241_300,
        localChargesMicroPerKwh: 78_900,
        lastPriceMicroPerKwh: null,
        weekLowMicroPerKwh: null,
        weekHighMicroPerKwh: null,
      },
    });
    expect(await now('a')).toEqual({
      nodeId: community.nodes['a'],
      interval: null,
      nextClearingAt: '2026-10-20T11:30:00Z',
    });
  });

  it('shows the last clearing with its steps, and the prices of the week', async () => {
    await community.importAndClear(readingsCsv('2026-10-20T09:00:00Z', '2026-10-20T11:00:00Z'));
    const { lastClearing, ruler } = await market();
    expect(lastClearing).toMatchObject({ start: '2026-10-20T10:45:00Z', version: 1, sellers: 1, buyers: 2 });
    const { supply = [], demand = [], tradedWh = 0 } = lastClearing ?? {};
    const at = Date.parse('2026-10-20T10:45:00Z');
    const surplus = [0, 1].map((house) => metered(house, at)).map(({ exportWh }) => exportWh);
    expect(supply).toEqual([
      { priceMicroPerKwh: 60_000, cumulativeWh: surplus[0] },
      { priceMicroPerKwh: 110_000, cumulativeWh: (surplus[0] ?? 0) + (surplus[1] ?? 0) },
    ]);
    expect(demand.map(({ priceMicroPerKwh }) => priceMicroPerKwh)).toEqual([162_400, 120_000]);
    // The cheaper seller has more than both buyers want.
    expect(tradedWh).toBe(demand.at(-1)?.cumulativeWh);
    expect(ruler.lastPriceMicroPerKwh).toBe(lastClearing?.priceMicroPerKwh);
    expect(ruler.weekLowMicroPerKwh).toBeLessThanOrEqual(ruler.lastPriceMicroPerKwh ?? 0);
    expect(ruler.weekHighMicroPerKwh).toBeGreaterThanOrEqual(ruler.lastPriceMicroPerKwh ?? 0);
  });

  it('tells each house its last interval: energy, price, orders, and why they were filled so far', async () => {
    const at = Date.parse('2026-10-20T10:45:00Z');
    for (const [house, code] of ['a', 'b', 'c', 'd'].entries()) {
      const { interval } = await now(code);
      const reading = metered(house, at);
      expect(interval).toMatchObject({
        start: '2026-10-20T10:45:00Z',
        end: '2026-10-20T11:00:00Z',
        quality: 'measured',
      });
      expect(interval?.producedWh).toBe(reading.productionWh);
      expect((interval?.boughtLocalWh ?? 0) + (interval?.boughtUtilityWh ?? 0)).toBe(reading.importWh);
      const [order] = interval?.orders ?? [];
      expect(interval?.orders).toHaveLength(1);
      expect(order?.side).toBe(house < 2 ? 'ask' : 'bid');
      expect(order?.quantityWh).toBe(Math.abs(reading.exportWh - reading.importWh));
      expect(order?.filledWh).toBe((interval?.soldLocalWh ?? 0) + (interval?.boughtLocalWh ?? 0));
      expect(order?.reason.code === 'filled').toBe(order?.filledWh === order?.quantityWh);
      if (code === 'b') {
        // All that its sentence needs: what it asked, and what a kWh was worth at its place.
        const { limitMicroPerKwh } = order ?? {};
        expect(order?.reason).toEqual({
          code: 'price',
          limitMicroPerKwh,
          priceMicroPerKwh: interval?.priceMicroPerKwh,
        });
      }
      expect(interval?.priceMicroPerKwh).toBeGreaterThanOrEqual(60_000);
    }
  });

  it('counts what waits, and knows a house whose meter was silent', async () => {
    const lines = readingsCsv('2026-10-20T11:00:00Z', '2026-10-20T11:15:00Z').split('\n');
    await community.importAndClear(lines.filter((line) => !line.startsWith('b,')).join('\n'));
    expect((await now('b')).interval?.start).toBe('2026-10-20T10:45:00Z');
    // An hour later the interval waits no longer for the last meter.
    engine.clock.nowMs = Date.parse('2026-10-20T12:20:00Z');
    await community.clear();
    expect((await now('b')).interval).toMatchObject({
      start: '2026-10-20T11:00:00Z',
      quality: 'missing',
      orders: [],
      usedWh: 0,
    });
    await engine
      .send('post', `/community/${community.communityId}/readings?quality=estimated`)
      .set('Content-Type', 'text/csv')
      .send(lines.filter((line) => !/^[acd],/.test(line)).join('\n'))
      .expect(200);
    expect((await market()).pendingIntervals).toBe(1);
    await community.clear();
    expect(await market()).toMatchObject({ pendingIntervals: 0, lastClearing: { version: 2 } });
    expect((await now('b')).interval).toMatchObject({ version: 2, quality: 'estimated', orders: [{ side: 'ask' }] });
  });

  it('lists its clearings newest first, all versions, in pages that never part an interval', async () => {
    const path = `/community/${community.communityId}/clearings`;
    const { clearings, nextCursor } = await engine.get<ClearingsPage>(path);
    expect(nextCursor).toBeNull();
    expect(clearings.map(({ start, version }) => [start, version]).slice(0, 3)).toEqual([
      ['2026-10-20T11:00:00Z', 2],
      ['2026-10-20T11:00:00Z', 1],
      ['2026-10-20T10:45:00Z', 1],
    ]);
    expect(clearings[0]?.cause).toBe('correction');
    const paged: ClearingsPage['clearings'] = [];
    for (let before: string | null = '2026-10-21T00:00:00Z'; before !== null;) {
      const next: ClearingsPage = await engine.get(`${path}?limit=1&before=${before}`);
      paged.push(...next.clearings);
      before = next.nextCursor;
    }
    expect(paged).toEqual(clearings);
  });
});
