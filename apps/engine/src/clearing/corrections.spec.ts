import type { Strategy } from '@ceex/contracts';
import { setStrategy } from '../strategies/set-strategy';
import { readingsCsv } from '../testing/small-community';
import { foundVillage, startWriteSide, type Village, type WriteSide } from '../testing/write-side';
import { clearAgain } from './clear-again';

const FROM = '2026-06-01T08:00:00Z';
const TO = '2026-06-01T12:00:00Z';
const NOW = Date.parse('2026-06-01T12:00:05Z');
const NOON_LOW: Strategy = {
  kind: 'never-lose',
  lowestSellMicroPerKwh: 162_400,
  highestPayMicroPerKwh: 60_000,
  flexibilityMicroPerKwh: null,
};

/** What a day of a household must be: from the readings and the postings of the latest version alone. */
const RECOMPUTED = `
SELECT r.node_id, count(*)::int AS intervals, sum(r.import_wh)::bigint AS import_wh, sum(r.export_wh)::bigint AS export_wh,
  sum(sold)::bigint AS sold_local_wh, sum(bought)::bigint AS bought_local_wh, sum(fed_in)::bigint AS sold_utility_wh,
  sum(supplied)::bigint AS bought_utility_wh, sum(revenue)::bigint AS revenue_nano, sum(cost)::bigint AS cost_nano
FROM reading r JOIN account a ON a.node_id = r.node_id
CROSS JOIN LATERAL (SELECT max(version) AS version FROM clearing c WHERE c.community_id = $1 AND c.starts_at = r.starts_at) c
CROSS JOIN LATERAL (
  SELECT coalesce(sum(greatest(energy_wh, 0)) FILTER (WHERE kind = 1), 0) AS sold,
    coalesce(-sum(least(energy_wh, 0)) FILTER (WHERE kind = 1), 0) AS bought,
    coalesce(sum(energy_wh) FILTER (WHERE kind = 4), 0) AS fed_in,
    coalesce(-sum(energy_wh) FILTER (WHERE kind = 3), 0) AS supplied,
    coalesce(sum(amount_nano) FILTER (WHERE kind = 4 OR kind = 1 AND energy_wh > 0), 0) AS revenue,
    coalesce(-sum(amount_nano) FILTER (WHERE kind IN (2, 3) OR kind = 1 AND energy_wh < 0), 0) AS cost
  FROM posting p WHERE p.community_id = $1 AND p.starts_at = r.starts_at AND p.account_id = a.id
    AND p.version = c.version AND p.kind > 0) p
WHERE r.community_id = $1 AND c.version IS NOT NULL GROUP BY r.node_id ORDER BY r.node_id`;
const KEPT = `
SELECT node_id, intervals, import_wh, export_wh, sold_local_wh, bought_local_wh, sold_utility_wh, bought_utility_wh,
  revenue_nano, cost_nano FROM node_day WHERE community_id = $1 ORDER BY node_id`;

describe('a second version', () => {
  let side: WriteSide;
  let village: Village;
  beforeAll(async () => (side = await startWriteSide()));
  beforeEach(async () => {
    village = await foundVillage(side);
    await village.importCsv(readingsCsv(FROM, TO), NOW);
    await village.clear(NOW);
  });
  afterAll(() => side.stop());

  const rows = (sql: string): Promise<Record<string, unknown>[]> => side.rows(sql, [village.communityId]);
  const versions = async (): Promise<unknown> =>
    Object.fromEntries(
      (await rows('SELECT version, count(*) AS n FROM clearing WHERE community_id = $1 GROUP BY version')).map(
        ({ version, n }) => [version, n],
      ),
    );
  const totals = (): Promise<Record<string, unknown>[]> =>
    rows('SELECT sum(energy_wh)::int AS wh, sum(amount_nano)::bigint AS nano FROM posting WHERE community_id = $1');

  it('the sums by day are what readings and ledger give', async () => {
    expect(await rows(KEPT)).toEqual(await rows(RECOMPUTED));
  });

  it('comes of a corrected reading: the old postings are taken back, the new ones added', async () => {
    // House c, a buyer until now, turns out to have sold.
    const corrected = 'node,start,importKwh,exportKwh\nc,2026-06-01T10:00:00Z,0,3\nc,2026-06-01T10:15:00Z,5,0\n';
    await village.importCsv(corrected, NOW);
    expect(await village.clear(NOW)).toMatchObject({ intervals: 2 });
    expect(await versions()).toEqual({ 1: 16, 2: 2 });
    const takenBack = await side.rows(
      `SELECT old.account_id FROM posting old FULL JOIN posting back ON back.community_id = old.community_id
         AND back.starts_at = old.starts_at AND back.account_id = old.account_id AND back.kind = -old.kind
         AND back.version = 2 AND back.energy_wh = -old.energy_wh AND back.amount_nano = -old.amount_nano
       WHERE old.community_id = $1 AND old.version = 1 AND old.kind > 0
         AND old.starts_at IN ('2026-06-01T10:00:00Z', '2026-06-01T10:15:00Z') AND back.account_id IS NULL`,
      [village.communityId],
    );
    expect(takenBack).toEqual([]);
    expect(await totals()).toEqual([{ wh: 0, nano: 0 }]);
    expect(await rows(KEPT)).toEqual(await rows(RECOMPUTED));
    const [soldByC] = await side.rows<{ sold_local_wh: number; sold_utility_wh: number }>(
      'SELECT sold_local_wh, sold_utility_wh FROM node_day WHERE node_id = $1',
      [village.nodes.get('c')],
    );
    expect((soldByC?.sold_local_wh ?? 0) + (soldByC?.sold_utility_wh ?? 0)).toBe(3_000);
  });

  it('comes of a reading that arrived after the deadline', async () => {
    const late = await foundVillage(side);
    const csv = readingsCsv(FROM, TO);
    await late.importCsv(csv.replace(/^d,.*\n/gm, ''), NOW);
    await late.clear(NOW + 3_700_000);
    village = late;
    expect(await rows(KEPT)).toHaveLength(3);
    await late.importCsv(csv, NOW + 3_800_000);
    await late.clear(NOW + 3_800_000);
    expect(await versions()).toEqual({ 1: 16, 2: 16 });
    expect(await rows(KEPT)).toEqual(await rows(RECOMPUTED));
    expect(await rows(KEPT)).toHaveLength(4);
  });

  it('of an operator counts the limits of now; a correction after it those again', async () => {
    const tradedWh = async (version: number): Promise<unknown> =>
      (
        await side.rows('SELECT sum(traded_wh)::int AS wh FROM clearing WHERE community_id = $1 AND version = $2', [
          village.communityId,
          version,
        ])
      )[0]?.['wh'];
    for (const nodeId of village.nodes.values()) {
      await setStrategy(side.database, { nodeId, strategy: NOON_LOW, setBy: 'somebody', nowMs: NOW + 1_000 }).catch(
        () => undefined,
      );
    }
    const range = { startMs: Date.parse(FROM), endMs: Date.parse(TO) };
    expect(await clearAgain(side.database, village.communityId, range, NOW + 2_000)).toBe(16);
    await village.clear(NOW + 2_000);
    expect(await versions()).toEqual({ 1: 16, 2: 16 });
    // Nobody buys above feed-in and nobody sells below the ruler's end now.
    expect(await tradedWh(1)).toBeGreaterThan(0);
    expect(await tradedWh(2)).toBe(0);
    await village.importCsv('node,start,importKwh,exportKwh\nc,2026-06-01T10:00:00Z,4,0\n', NOW + 3_000);
    await village.clear(NOW + 3_000);
    const [third] = await rows('SELECT cause, limits_as_of FROM clearing WHERE community_id = $1 AND version = 3');
    expect(third).toEqual({ cause: 'correction', limits_as_of: new Date(NOW + 2_000) });
    expect(await tradedWh(3)).toBe(0);
    expect(await rows(KEPT)).toEqual(await rows(RECOMPUTED));
  });

  it('of a correction keeps the limits of the end of the interval, whatever was set since', async () => {
    for (const code of ['a', 'b', 'c', 'd']) {
      const nodeId = village.nodes.get(code) as number;
      await setStrategy(side.database, { nodeId, strategy: NOON_LOW, setBy: 'somebody', nowMs: NOW + 1_000 });
    }
    await village.importCsv('node,start,importKwh,exportKwh\nc,2026-06-01T10:00:00Z,4,0\n', NOW + 3_000);
    await village.clear(NOW + 3_000);
    const [second] = await rows('SELECT traded_wh, limits_as_of FROM clearing WHERE community_id = $1 AND version = 2');
    expect(second?.['limits_as_of']).toEqual(new Date('2026-06-01T10:15:00Z'));
    expect(second?.['traded_wh']).toBeGreaterThan(0);
  });

  it('is refused for an empty range, an unknown community, a stopped market', async () => {
    const range = { startMs: Date.parse(FROM), endMs: Date.parse(TO) };
    const again = (communityId: number, endMs = range.endMs): Promise<number> =>
      clearAgain(side.database, communityId, { ...range, endMs }, NOW);
    await expect(again(village.communityId, range.startMs)).rejects.toMatchObject({ code: 'bad-request' });
    await expect(again(999_999)).rejects.toMatchObject({ code: 'not-found' });
    await rows(`UPDATE community SET status = 'stopped' WHERE id = $1`);
    await expect(again(village.communityId)).rejects.toMatchObject({ code: 'market-stopped' });
  });
});
