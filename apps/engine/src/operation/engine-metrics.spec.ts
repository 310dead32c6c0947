import { metrics } from '@ceex/server';
import { keptName, monitoredMetrics } from '@ceex/server/testing';
import { foundSmallCommunity } from '../testing/found-small-community';
import { readingsCsv } from '../testing/small-community';
import { startTestEngine, type TestEngine } from '../testing/test-engine';
import { collectEngine } from './collect-engine';

const HOUR_S = 3_600;

describe('the engine’s figures', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await startTestEngine('2026-10-20T12:00:00Z');
  });
  afterAll(() => engine.stop());

  const valueOf = async (name: string, labels: Record<string, string> = {}): Promise<number | undefined> => {
    const values = (await metrics.getSingleMetric(name)?.get())?.values ?? [];
    return values.find((one) => JSON.stringify(one.labels) === JSON.stringify(labels))?.value;
  };

  it('that dashboard and alerts ask for are there, and no others are kept in vain', () => {
    const asked = monitoredMetrics()
      .filter((name) => name.startsWith('ceex_engine_'))
      .map(keptName);
    const kept = metrics
      .getMetricsAsArray()
      .map(({ name }) => name)
      .filter((name) => name.startsWith('ceex_engine_'));
    expect(asked.filter((name) => !kept.includes(name))).toEqual([]);
    expect(kept.filter((name) => !asked.includes(name))).toEqual([]);
  });

  it('say what waits and since when, and which markets stand still', async () => {
    const community = await foundSmallCommunity(engine);
    const other = await foundSmallCommunity(engine, 'Stopped');
    const collect = collectEngine(engine.app);
    await collect();
    expect(await valueOf('ceex_engine_pending_intervals')).toBe(0);
    expect(await valueOf('ceex_engine_clearing_lag_seconds')).toBe(0);
    const path = `/community/${community.communityId}/readings`;
    const csv = readingsCsv('2026-10-20T10:00Z', '2026-10-20T10:30Z');
    await engine.send('post', path).set('Content-Type', 'text/csv').send(csv);
    // As if the readings had come three hours ago; the deadline is one hour after that.
    await engine.database.pool.query(`UPDATE pending_interval SET due_at = now() - interval '2 hours'`);
    await engine.database.pool.query(`UPDATE community SET status = 'stopped' WHERE id = $1`, [other.communityId]);
    await collect();
    expect(await valueOf('ceex_engine_imported_rows_total', { outcome: 'inserted' })).toBe(8);
    expect(await valueOf('ceex_engine_pending_intervals')).toBe(2);
    expect(await valueOf('ceex_engine_clearing_lag_seconds')).toBeCloseTo(3 * HOUR_S, -2);
    expect(await valueOf('ceex_engine_clearing_overdue_seconds')).toBeCloseTo(2 * HOUR_S, -2);
    expect(await valueOf('ceex_engine_markets', { state: 'open' })).toBe(1);
    expect(await valueOf('ceex_engine_markets', { state: 'stopped' })).toBe(1);
  });
});
