import type { EnergyAndMoney, NodeMetrics, Resolution } from '@ceex/contracts';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { HOUSES, metered, readingsCsv } from '../testing/small-community';
import { startTestEngine, type TestEngine } from '../testing/test-engine';
import { add, nothing } from './energy-and-money';

const RESOLUTIONS: Resolution[] = ['interval', 'hour', 'day', 'month'];
/** Three days around the end of summer time and a change of tariff, cleared; from 22:00Z the first day begins. */
const FROM = '2026-10-23T22:00:00Z';
const TO = '2026-10-26T23:00:00Z';

describe('metrics of a node', () => {
  let engine: TestEngine;
  let community: SmallCommunity;

  const metrics = (house: string, from: string, to: string, resolution?: Resolution): Promise<NodeMetrics> =>
    engine.get(
      `/node/${community.nodes[house]}/metrics?startDate=${from}&endDate=${to}${resolution ? `&resolution=${resolution}` : ''}`,
    );

  beforeAll(async () => {
    engine = await startTestEngine('2026-11-01T00:00:00Z');
    community = await foundSmallCommunity(engine);
    await community.importAndClear(readingsCsv(FROM, TO));
  });
  afterAll(() => engine.stop());

  const sumsAgree = async (from: string, to: string): Promise<EnergyAndMoney> => {
    const all = nothing();
    for (const house of HOUSES) {
      const answers = await Promise.all(RESOLUTIONS.map((resolution) => metrics(house, from, to, resolution)));
      const [first] = answers;
      for (const { points, totals } of answers) {
        const sum = nothing();
        for (const point of points) add(sum, point);
        expect(sum).toEqual(totals);
        expect(totals).toEqual(first?.totals);
      }
      if (first) add(all, first.totals);
    }
    return all;
  };

  it.each([
    ['whole days', '2026-10-24', '2026-10-26'],
    ['instants in the middle of days', '2026-10-24T03:15:00Z', '2026-10-26T17:45:00Z'],
    ['one part of a day', '2026-10-25T09:30:00Z', '2026-10-25T12:15:00Z'],
    ['from the middle of a day into the next', '2026-10-24T15:00:00Z', '2026-10-25T09:00:00Z'],
    ['more than is there', '2026-10-10', '2026-10-31'],
  ])('sum to the same Wh and nCHF at every resolution: %s', async (_, from, to) => {
    const sums = await sumsAgree(from, to);
    expect(sums.soldLocalWh).toBeGreaterThan(0);
    expect(sums.soldLocalWh).toBe(sums.boughtLocalWh);
  });

  it('are what the meters counted', async () => {
    const { totals } = await metrics('a', FROM, TO, 'hour');
    let [importWh, exportWh, productionWh, usedWh] = [0, 0, 0, 0];
    for (let at = Date.parse(FROM); at < Date.parse(TO); at += 900_000) {
      const reading = metered(0, at);
      importWh += reading.importWh;
      exportWh += reading.exportWh;
      productionWh += reading.productionWh;
      usedWh += reading.importWh + reading.productionWh - reading.exportWh;
    }
    expect(totals.boughtLocalWh + totals.boughtUtilityWh).toBe(importWh);
    expect(totals.soldLocalWh + totals.soldUtilityWh).toBe(exportWh);
    expect(totals).toMatchObject({ intervals: 292, producedWh: productionWh, usedWh });
  });

  it('are never worse than the utility alone, and value it at the tariff of the day', async () => {
    for (const house of HOUSES) {
      for (const point of (await metrics(house, FROM, TO, 'interval')).points) {
        const alone = point.utilityAloneRevenueNano - point.utilityAloneCostNano;
        expect(point.revenueNano - point.costNano).toBeGreaterThanOrEqual(alone);
        const isNew = point.start >= '2026-10-24T22:00:00Z';
        const importWh = point.boughtLocalWh + point.boughtUtilityWh;
        expect(point.utilityAloneCostNano).toBe(importWh * (isNew ? 236_300 : 241_300));
      }
    }
  });

  it('has 25 hours on the day the clocks go back, and points up to the end of data only', async () => {
    const hours = await metrics('a', '2026-10-25', '2026-10-25', 'hour');
    expect(hours.points).toHaveLength(25);
    expect(hours.points[2]?.start).toBe('2026-10-25T00:00:00Z');
    expect((await metrics('a', '2026-10-25', '2026-10-25', 'interval')).points).toHaveLength(100);
    const days = await metrics('a', '2026-10-22', '2026-10-31', 'day');
    expect(days.dataUntil).toBe(TO);
    expect(days.points.map(({ intervals }) => intervals)).toEqual([0, 0, 96, 100, 96]);
    expect(days.end).toBe('2026-10-31T23:00:00Z');
  });

  it('prices what was traded, and says between which ends', async () => {
    const { points, band } = await metrics('c', '2026-10-24', '2026-10-26', 'day');
    const { rows } = await engine.database.pool.query<{ wh: number; nano: number }>(
      `SELECT sum(quantity_wh) AS wh, sum(quantity_wh::bigint * seller_price)::bigint AS nano FROM trade
       WHERE community_id = $1 AND starts_at < $2`,
      [community.communityId, '2026-10-24T22:00:00Z'],
    );
    const { wh = 0, nano = 0 } = rows[0] ?? {};
    expect(points[0]?.localPriceMicroPerKwh).toBe(Math.round(nano / wh));
    expect(band).toEqual([
      { from: FROM, lowMicroPerKwh: 60_000, highMicroPerKwh: 162_400 },
      { from: '2026-10-24T22:00:00Z', lowMicroPerKwh: 62_000, highMicroPerKwh: 157_400 },
    ]);
    const night = await metrics('c', '2026-10-24T00:00:00Z', '2026-10-24T01:00:00Z');
    expect(night.points.map(({ localPriceMicroPerKwh }) => localPriceMicroPerKwh)).toEqual([null, null, null, null]);
  });

  it('follows a corrected reading at every resolution', async () => {
    const before = await metrics('a', FROM, TO, 'day');
    // One seller had more to sell, and the buyer who pays most wanted more than all can give.
    const more = (house: number, at: number) => {
      const { importWh, exportWh, productionWh } = metered(house, at);
      if (house === 3) return { importWh: importWh + 5_000, exportWh, productionWh };
      return house === 0 ? { importWh, exportWh: exportWh + 11, productionWh: productionWh + 11 } : metered(house, at);
    };
    await community.importAndClear(readingsCsv('2026-10-25T10:00:00Z', '2026-10-25T11:00:00Z', more));
    await sumsAgree('2026-10-24', '2026-10-26');
    const after = await metrics('a', FROM, TO, 'day');
    expect(after.totals.producedWh - before.totals.producedWh).toBe(44);
    expect(after.totals.soldLocalWh + after.totals.soldUtilityWh).toBe(
      before.totals.soldLocalWh + before.totals.soldUtilityWh + 44,
    );
    expect(after.totals.usedWh).toBe(before.totals.usedWh);
    const { rows } = await engine.database.pool.query<{ price: number }>(
      `SELECT round(traded_nano::numeric / traded_wh)::integer AS price FROM clearing
       WHERE community_id = $1 AND starts_at = $2 ORDER BY version`,
      [community.communityId, '2026-10-25T10:00:00Z'],
    );
    expect(rows[1]?.price).toBeGreaterThan(rows[0]?.price ?? 0);
    const [corrected] = (await metrics('a', '2026-10-25T10:00:00Z', '2026-10-25T10:15:00Z')).points;
    expect(corrected?.localPriceMicroPerKwh).toBe(rows[1]?.price);
  });

  it.each([
    ['a resolution too fine', 'startDate=2025-01-01&endDate=2026-01-01&resolution=hour', 'too-many-points'],
    ['more than five years', 'startDate=2020-01-01&endDate=2026-01-01', 'bad-request'],
    ['an end before its start', 'startDate=2026-01-02&endDate=2026-01-01', 'bad-request'],
    ['no range', '', 'bad-request'],
    ['an instant without offset', 'startDate=2026-01-01T00:00:00&endDate=2026-01-02', 'bad-request'],
    ['a day that does not exist', 'startDate=2026-02-30&endDate=2026-03-02', 'bad-request'],
    ['a key given twice', 'startDate=2026-01-01&startDate=2026-01-01&endDate=2026-01-02', 'bad-request'],
    ['an unknown key', 'startDate=2026-01-01&endDate=2026-01-02&x=1', 'bad-request'],
  ])('refuses %s', async (_, query, code) => {
    expect(await engine.refused(`/node/${community.nodes['a']}/metrics?${query}`)).toMatchObject({ code });
  });
});
