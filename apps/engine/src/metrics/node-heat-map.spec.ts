import { HEAT_FIGURES, type NodeHeatMap, type NodeMetrics } from '@ceex/contracts';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { readingsCsv } from '../testing/small-community';
import { startTestEngine, type TestEngine } from '../testing/test-engine';

describe('heat map of a node', () => {
  let engine: TestEngine;
  let community: SmallCommunity;

  beforeAll(async () => {
    engine = await startTestEngine('2026-11-01T00:00:00Z');
    community = await foundSmallCommunity(engine);
    await community.importAndClear(readingsCsv('2026-10-23T22:00:00Z', '2026-10-26T10:30:00Z'));
  });
  afterAll(() => engine.stop());

  const path = (from: string, to: string) => `/node/${community.nodes['a']}/heat-map?startDate=${from}&endDate=${to}`;

  it('sums to the metrics of the same days, also where the clocks go back', async () => {
    const { days } = await engine.get<NodeHeatMap>(path('2026-10-24', '2026-10-26'));
    expect(days.map(({ day }) => day)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
    const metrics = await engine.get<NodeMetrics>(
      `/node/${community.nodes['a']}/metrics?startDate=2026-10-24&endDate=2026-10-26&resolution=day`,
    );
    for (const [index, day] of days.entries()) {
      for (const figure of HEAT_FIGURES) {
        const sum = day[figure].reduce<number>((all, wh) => all + (wh ?? 0), 0);
        expect({ figure, sum }).toEqual({ figure, sum: metrics.points[index]?.[figure] });
      }
    }
  });

  it('has an hour for each of the clock, and nothing for what is not cleared', async () => {
    const { days } = await engine.get<NodeHeatMap>(path('2026-10-26', '2026-10-28'));
    expect(days).toHaveLength(1);
    expect(days[0]?.producedWh).toHaveLength(24);
    expect(days[0]?.producedWh.map((wh) => wh !== null).lastIndexOf(true)).toBe(11);
    expect(days[0]?.producedWh[10]).toBeGreaterThan(0);
  });

  it('is refused for more than a year', async () => {
    expect(await engine.refused(path('2025-10-26', '2026-10-28'))).toMatchObject({ code: 'too-many-points' });
  });
});
