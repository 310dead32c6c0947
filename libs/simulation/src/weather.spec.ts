import type { DemoHousehold } from './community';
import { demoCommunity } from './demo-community';
import { productionSeries, skyOver, type Sky } from './production';
import { clearnessSeries, dayTemperature, temperatureSeries } from './weather';

const from = Date.parse('2025-11-22T00:00Z') / 900_000;
const YEAR = 35_040;
const { site, households } = demoCommunity(1);

function yieldKwhPerKw(seed: number, sky: Sky, azimuthDeg: number): number {
  const system = { name: 'roof', peakPowerW: 10_000, tiltDeg: 30, azimuthDeg, commissionedOn: '2020-01-01' };
  const household: DemoHousehold = { ...(households[0] as DemoHousehold), systems: [system] };
  return productionSeries(household, 0, seed, sky, from, from + YEAR).reduce((sum, wh) => sum + wh, 0) / 10_000;
}

describe('the weather', () => {
  it.each([1, 42, 2026])('gives a south roof at Brugg 900 to 1150 kWh per kW, others less, seed %d', (seed) => {
    const sky = skyOver(site, seed, from, from + YEAR);
    const [north, east, south, west] = [0, 90, 180, 270].map((azimuth) => yieldKwhPerKw(seed, sky, azimuth));
    expect(south).toBeGreaterThan(900);
    expect(south).toBeLessThan(1150);
    expect(Math.max(east ?? NaN, west ?? NaN)).toBeLessThan(0.9 * (south ?? NaN));
    expect(north ?? NaN).toBeLessThan(0.85 * Math.min(east ?? NaN, west ?? NaN));
  });

  it('has clear, mixed and dull days, more dull ones in winter', () => {
    const means = Array.from({ length: 20 * 365 }, (_, day) => {
      const noon = from + day * 96 + 48;
      return clearnessSeries(5, noon - 12, noon + 12).reduce((sum, value) => sum + value, 0) / 24;
    });
    const share = (days: number[], test: (value: number) => boolean) => days.filter(test).length / days.length;
    expect(share(means, (mean) => mean > 0.9)).toBeGreaterThan(0.1);
    expect(share(means, (mean) => mean < 0.4)).toBeGreaterThan(0.3);
    expect(share(means, (mean) => mean >= 0.4 && mean <= 0.9)).toBeGreaterThan(0.2);
    const winter = means.filter((_, day) => day % 365 < 90);
    const summer = means.filter((_, day) => day % 365 > 190 && day % 365 < 280);
    expect(share(winter, (mean) => mean < 0.4)).toBeGreaterThan(1.5 * share(summer, (mean) => mean < 0.4));
  });

  it('lasts: a day resembles the one before', () => {
    const days = Array.from(
      { length: 3_000 },
      (_, day) => clearnessSeries(5, from + day * 96 + 44, from + day * 96 + 45)[0] ?? NaN,
    );
    expect(correlation(days.slice(1), days.slice(0, -1))).toBeGreaterThan(0.15);
  });

  it('is cold in January, warm in July, and warmer by day than by night', () => {
    const meanOf = (month: number) => {
      const first = Date.UTC(2026, month, 1) / 86_400_000;
      return (
        Array.from({ length: 620 }, (_, i) => dayTemperature(i % 20, first + (i % 31))).reduce((a, b) => a + b) / 620
      );
    };
    expect(meanOf(0)).toBeGreaterThan(-1);
    expect(meanOf(0)).toBeLessThan(4);
    expect(meanOf(6)).toBeGreaterThan(18);
    expect(meanOf(6)).toBeLessThan(22);
    const year = temperatureSeries(3, from, from + YEAR);
    const atHour = (hour: number) => year.filter((_, i) => i % 96 === hour * 4).reduce((a, b) => a + b) / 365;
    expect(atHour(14) - atHour(4)).toBeGreaterThan(4);
  });

  it('does not depend on where a range begins', () => {
    const whole = clearnessSeries(9, from, from + 500);
    expect(clearnessSeries(9, from + 123, from + 456)).toEqual(whole.slice(123, 456));
    expect(temperatureSeries(9, from + 123, from + 456)).toEqual(
      temperatureSeries(9, from, from + 500).slice(123, 456),
    );
  });

  it('makes nothing before a system is commissioned', () => {
    const household = {
      ...(households[0] as DemoHousehold),
      systems: [{ name: 'roof', peakPowerW: 10_000, tiltDeg: 30, azimuthDeg: 180, commissionedOn: '2025-11-25' }],
    };
    const made = productionSeries(household, 0, 1, skyOver(site, 1, from, from + 960), from, from + 960);
    expect(made.subarray(0, 3 * 96).every((wh) => wh === 0)).toBe(true);
    expect(made.subarray(3 * 96).some((wh) => wh > 0)).toBe(true);
  });
});

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, i) => (value - meanA) * ((b[i] ?? NaN) - meanB)));
  return (
    covariance / Math.sqrt(mean(a.map((value) => (value - meanA) ** 2)) * mean(b.map((value) => (value - meanB) ** 2)))
  );
}
