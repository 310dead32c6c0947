import type { NodeMetrics } from '@ceex/contracts';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { readingsCsv } from '../testing/small-community';
import { startTestEngine, type TestEngine } from '../testing/test-engine';

describe('estimated intervals of a node', () => {
  let engine: TestEngine;
  let community: SmallCommunity;

  beforeAll(async () => {
    engine = await startTestEngine('2026-11-01T00:00:00Z');
    community = await foundSmallCommunity(engine);
    await community.importAndClear(readingsCsv('2026-10-20T09:00:00Z', '2026-10-20T11:00:00Z'));
    const estimated = readingsCsv('2026-10-20T11:00:00Z', '2026-10-20T12:00:00Z');
    await engine
      .send('post', `/community/${community.communityId}/readings?quality=estimated`)
      .set('Content-Type', 'text/csv')
      .send(estimated)
      .expect(200);
  });
  afterAll(() => engine.stop());

  const estimated = async (from: string, to: string): Promise<number> => {
    const path = `/node/${community.nodes['a']}/metrics?startDate=${from}&endDate=${to}`;
    return (await engine.get<NodeMetrics>(path)).estimatedIntervals;
  };

  it('are counted once they are cleared, within the range alone', async () => {
    expect(await estimated('2026-10-20', '2026-10-20')).toBe(0);
    await community.clear();
    expect(await estimated('2026-10-20', '2026-10-20')).toBe(4);
    expect(await estimated('2026-10-20T11:30:00Z', '2026-10-20T12:00:00Z')).toBe(2);
    expect(await estimated('2026-10-21', '2026-10-22')).toBe(0);
  });

  it('are no longer estimated once the meter was read', async () => {
    await community.importAndClear(readingsCsv('2026-10-20T11:00:00Z', '2026-10-20T11:15:00Z'));
    expect(await estimated('2026-10-20', '2026-10-20')).toBe(3);
  });
});
