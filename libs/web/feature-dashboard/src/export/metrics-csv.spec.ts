import { metricsAnswer } from '../testing/metrics-answer';
import { csvFileName, localIso, metricsCsv } from './metrics-csv';

describe('metricsCsv', () => {
  it('writes exact figures with their units, and times with the offset of the community', () => {
    const lines = metricsCsv(metricsAnswer(), 'Lindenweg 4, Brugg').split('\r\n');
    expect(lines).toHaveLength(3);
    const [names = [], values = []] = lines.map((line) => line.split(/,(?! )/));
    const row = Object.fromEntries(names.map((name, index) => [name, values[index]]));
    expect(row).toMatchObject({
      household: '"Lindenweg 4, Brugg"',
      start: '2026-11-01T00:00:00+01:00',
      end: '2026-11-02T00:00:00+01:00',
      intervals: '96',
      used_kWh: '10',
      bought_from_utility_kWh: '4',
      revenue_CHF: '0.32',
      cost_with_utility_alone_CHF: '1.38',
      local_price_CHF_per_kWh: '0.12',
      band_high_CHF_per_kWh: '0.1624',
    });
    expect(values).toHaveLength(names.length);
  });

  it('leaves empty what there is no price for, and out what has not come yet', () => {
    const [point] = metricsAnswer().points;
    const metrics = metricsAnswer({
      end: '2026-11-03T23:00:00Z',
      points: [{ ...point!, localPriceMicroPerKwh: null }],
    });
    expect(metricsCsv(metrics, 'a').trimEnd().split('\r\n')).toHaveLength(2);
    expect(metricsCsv(metrics, 'a')).toContain(',,0.08,0.1624\r\n');
  });

  it('tells the hours apart that autumn repeats', () => {
    expect(localIso(Date.parse('2026-10-25T00:30:00Z'), 'Europe/Zurich')).toBe('2026-10-25T02:30:00+02:00');
    expect(localIso(Date.parse('2026-10-25T01:30:00Z'), 'Europe/Zurich')).toBe('2026-10-25T02:30:00+01:00');
    expect(localIso(0, 'America/St_Johns')).toBe('1969-12-31T20:30:00-03:30');
  });

  it('goes into a file named after household and days', () => {
    expect(csvFileName('Höhenweg 4, Zürich', '2026-11-16', '2026-11-22')).toBe(
      'ceex-hohenweg-4-zurich-2026-11-16-2026-11-22.csv',
    );
    expect(csvFileName('家', '2026-11-16', '2026-11-22')).toBe('ceex-2026-11-16-2026-11-22.csv');
  });
});
