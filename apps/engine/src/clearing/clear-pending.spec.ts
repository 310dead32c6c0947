import { readingsCsv } from '../testing/small-community';
import { foundVillage, startWriteSide, type Village, type WriteSide } from '../testing/write-side';
import { clearPending } from './clear-pending';
import { hashCommunity } from './hash-community';

const MORNING = '2026-06-01T08:00:00Z';
const NOON = '2026-06-01T12:00:00Z';
const NOW = Date.parse('2026-06-01T12:00:05Z');
const AFTER_DEADLINE = NOW + 3_700_000;

describe('clearPending', () => {
  let side: WriteSide;
  let village: Village;
  beforeAll(async () => (side = await startWriteSide()));
  beforeEach(async () => (village = await foundVillage(side)));
  afterAll(() => side.stop());

  const one = async (sql: string): Promise<Record<string, unknown>> =>
    (await side.rows(sql, [village.communityId]))[0] as Record<string, unknown>;
  const pendingCount = async (): Promise<unknown> =>
    (await one('SELECT count(*) AS n FROM pending_interval WHERE community_id = $1'))['n'];

  it('clears what is complete: clearings, trades, a ledger that sums to zero, sums by day, an event', async () => {
    await village.importCsv(readingsCsv(MORNING, NOON), NOW);
    expect(await village.clear(NOW)).toEqual({ intervals: 16, fault: null });
    expect(await pendingCount()).toBe(0);
    const cleared = await one(`SELECT count(*) AS n, sum(traded_wh)::int AS traded, min(version) AS version
      FROM clearing WHERE community_id = $1`);
    expect(cleared).toMatchObject({ n: 16, version: 1 });
    expect(cleared['traded']).toBeGreaterThan(1_000);
    const traded = await one('SELECT sum(quantity_wh)::int AS traded FROM trade WHERE community_id = $1');
    expect(traded['traded']).toBe(cleared['traded']);
    const unbalanced = await side.rows(
      `SELECT starts_at, version, kind FROM posting WHERE community_id = $1 GROUP BY starts_at, version, kind
       HAVING sum(energy_wh) <> 0 OR sum(amount_nano) <> 0`,
      [village.communityId],
    );
    expect(unbalanced).toEqual([]);
    expect(await one('SELECT * FROM community_day WHERE community_id = $1')).toMatchObject({
      day: '2026-06-01',
      intervals: 16,
      traded_wh: cleared['traded'],
    });
    expect(await one('SELECT kind, intervals FROM event WHERE community_id = $1')).toEqual({
      kind: 'cleared',
      intervals: 16,
    });
  });

  it('leaves alone what is incomplete until its deadline; who has no reading then takes no part', async () => {
    const csv = readingsCsv(MORNING, NOON).replace(/^d,.*\n/gm, '');
    await village.importCsv(csv, NOW);
    expect(await village.clear(NOW)).toMatchObject({ intervals: 0 });
    expect(await pendingCount()).toBe(16);
    expect(await village.clear(AFTER_DEADLINE)).toMatchObject({ intervals: 16 });
    const absent = await side.rows(
      'SELECT 1 FROM posting p JOIN account a ON a.id = p.account_id WHERE a.node_id = $1',
      [village.nodes.get('d')],
    );
    expect(absent).toEqual([]);
    expect(await side.rows('SELECT 1 FROM reading WHERE node_id = $1', [village.nodes.get('d')])).toEqual([]);
  });

  it('clears complete intervals although earlier ones still wait', async () => {
    const early = readingsCsv('2026-05-01T08:00:00Z', '2026-05-01T09:00:00Z').replace(/^d,.*\n/gm, '');
    await village.importCsv(early, NOW);
    await village.importCsv(readingsCsv(MORNING, NOON), NOW);
    expect(await village.clear(NOW)).toMatchObject({ intervals: 16 });
    expect(await pendingCount()).toBe(4);
  });

  it('clears nothing twice: again, and by two engines at the same time', async () => {
    await village.importCsv(readingsCsv('2026-05-01T00:00:00Z', '2026-05-11T00:00:00Z'), NOW);
    const engines = [1, 2, 3].map(() => clearPending(side.database, village.communityId, { nowMs: NOW }));
    const cleared = (await Promise.all(engines)).map(({ intervals }) => intervals);
    expect(cleared.reduce((sum, intervals) => sum + intervals, 0)).toBe(10 * 96);
    expect(await village.clear(NOW)).toMatchObject({ intervals: 0 });
    expect(await one('SELECT count(*) AS n, max(version) AS v FROM clearing WHERE community_id = $1')).toEqual({
      n: 10 * 96,
      v: 1,
    });
  });

  it('gives the same bytes in one go, and cut off after every transaction', async () => {
    const results: string[] = [];
    for (const cut of [false, true]) {
      const own = await startWriteSide();
      const { communityId, importCsv } = await foundVillage(own);
      await importCsv(readingsCsv('2026-05-01T00:00:00Z', '2026-05-16T00:00:00Z'), NOW);
      let rounds = 0;
      for (let cleared = 1; cleared > 0; rounds++) {
        let transactions = 0;
        const isEnding = (): boolean => cut && transactions++ > 0;
        cleared = (await clearPending(own.database, communityId, { nowMs: NOW, isEnding })).intervals;
      }
      expect(rounds > 2).toBe(cut);
      results.push(await hashCommunity(own.database, communityId));
      await own.stop();
    }
    expect(results[0]).toBe(results[1]);
  });

  it('does not clear an interval that has not ended', async () => {
    await village.importCsv(readingsCsv(MORNING, NOON), NOW);
    expect(await village.clear(Date.parse('2026-06-01T08:29:59Z'))).toMatchObject({ intervals: 1 });
  });

  it('stops the market on a clearing that cannot hold, and stores nothing of it', async () => {
    await village.importCsv(readingsCsv(MORNING, NOON), NOW);
    await side.rows('DELETE FROM strategy WHERE node_id = $1', [village.nodes.get('b')]);
    const { intervals, fault } = await village.clear(NOW);
    expect(intervals).toBe(0);
    expect(fault?.message).toContain('has no strategy');
    expect(await one('SELECT status, status_reason FROM community WHERE id = $1')).toEqual({
      status: 'stopped',
      status_reason: fault?.message,
    });
    expect(await one('SELECT count(*) AS n FROM clearing WHERE community_id = $1')).toEqual({ n: 0 });
    expect(await one('SELECT count(*) AS n FROM posting WHERE community_id = $1')).toEqual({ n: 0 });
    expect(await side.rows('SELECT kind FROM event WHERE community_id = $1', [village.communityId])).toEqual([
      { kind: 'stopped' },
    ]);
    expect(await village.clear(NOW)).toEqual({ intervals: 0, fault: null });
  });

  it.each([
    ['2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 92],
    ['2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 100],
  ])('the local day %s has its own number of intervals', async (day, from, to, intervals) => {
    const later = Date.parse('2026-11-01T00:00:00Z');
    await village.importCsv(readingsCsv(from, to), later);
    await village.clear(later);
    expect(
      await side.rows('SELECT day, intervals FROM community_day WHERE community_id = $1', [village.communityId]),
    ).toEqual([{ day, intervals }]);
    const houses = await side.rows('SELECT intervals FROM node_day WHERE community_id = $1', [village.communityId]);
    expect(houses).toEqual(Array.from({ length: 4 }, () => ({ intervals })));
  });

  it.each(['posting', 'clearing', 'trade'])('%s can only be added to', async (table) => {
    await expect(side.rows(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    await expect(side.rows(`UPDATE ${table} SET version = 2`)).rejects.toThrow('append-only');
    await expect(side.rows(`TRUNCATE ${table} CASCADE`)).rejects.toThrow('append-only');
  });
});
