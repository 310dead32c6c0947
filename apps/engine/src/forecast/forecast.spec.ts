import type { NodeForecast } from '@ceex/contracts';
import { foundSmallCommunity, type SmallCommunity } from '../testing/found-small-community';
import { metered, readingsCsv } from '../testing/small-community';
import { startTestEngine, type TestEngine } from '../testing/test-engine';

describe('the forecast of a node', () => {
  let engine: TestEngine;
  let community: SmallCommunity;
  const read = (house: string) => engine.get<NodeForecast>(`/node/${community.nodes[house]}/forecast`);

  beforeAll(async () => {
    engine = await startTestEngine('2026-10-20T12:20:00Z');
    community = await foundSmallCommunity(engine);
  });
  afterAll(() => engine.stop());

  it('is none before a week has been metered', async () => {
    await community.importAndClear(readingsCsv('2026-10-17T22:00:00Z', '2026-10-20T12:00:00Z'));
    expect(await read('a')).toMatchObject({ days: 3, hours: [], best: null, yesterday: null });
  });

  it('is 24 hours from the running one, with prices and the best hours', async () => {
    await community.importAndClear(readingsCsv('2026-10-03T22:00:00Z', '2026-10-17T22:00:00Z'));
    const { days, hours, best, madeAt, timeZone } = await read('a');
    expect({ days, madeAt, timeZone }).toEqual({ days: 17, madeAt: '2026-10-20T12:20:00Z', timeZone: 'Europe/Zurich' });
    expect(hours).toHaveLength(24);
    expect(hours[0]?.start).toBe('2026-10-20T12:00:00Z');
    expect(hours[23]?.start).toBe('2026-10-21T11:00:00Z');
    const night = hours.find(({ start }) => start === '2026-10-21T01:00:00Z');
    const noon = hours.find(({ start }) => start === '2026-10-21T11:00:00Z');
    expect(night).toMatchObject({ surplusWh: 0, producedWh: 0, price: null });
    expect(night?.needWh).toBeGreaterThan(0);
    expect(noon?.surplusWh).toBeGreaterThan(1_000);
    const { lowMicroPerKwh = 0, middleMicroPerKwh = 0, highMicroPerKwh = 0 } = noon?.price ?? {};
    expect(lowMicroPerKwh).toBeGreaterThanOrEqual(60_000);
    expect(middleMicroPerKwh).toBeGreaterThanOrEqual(lowMicroPerKwh);
    expect(highMicroPerKwh).toBeGreaterThanOrEqual(middleMicroPerKwh);
    expect(best?.reason).toBe('surplus');
    expect((await read('c')).hours.every(({ surplusWh, producedWh }) => surplusWh === 0 && producedWh === 0)).toBe(
      true,
    );
  });

  it('says how good it was yesterday, from what was known before', async () => {
    const { yesterday } = await read('c');
    let measuredWh = 0;
    for (let at = Date.parse('2026-10-18T22:00:00Z'); at < Date.parse('2026-10-19T22:00:00Z'); at += 900_000) {
      measuredWh += metered(2, at).importWh;
    }
    expect(yesterday?.day).toBe('2026-10-19');
    expect(yesterday?.need.measuredWh).toBe(measuredWh);
    expect(yesterday?.need.errorShare).toBeGreaterThan(0);
    expect(yesterday?.need.errorShare).toBeLessThan(5_000);
    expect(yesterday?.surplus).toEqual({ forecastWh: 0, measuredWh: 0, meanErrorWh: 0, errorShare: null });
    // What came in since changes nothing about it.
    const before = (await read('c')).yesterday;
    await community.importAndClear(readingsCsv('2026-10-20T12:00:00Z', '2026-10-20T12:15:00Z'));
    expect((await read('c')).yesterday).toEqual(before);
  });

  it('is none of a node without a meter', async () => {
    expect(await read('t')).toMatchObject({ days: 0, hours: [], yesterday: null });
  });
});
