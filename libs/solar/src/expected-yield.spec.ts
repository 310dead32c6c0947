import { intervalIndex } from '@ceex/units';
import { expectedEnergy, expectedMonthsWh } from './expected-yield';
import { usualWeather } from './usual-weather';

const ZURICH = { latitudeDeg: 47.38, longitudeDeg: 8.53 };
const ONE_KWP = { peakPowerW: 1_000, tiltDeg: 35, azimuthDeg: 180 };
const yearKwh = (change: Partial<typeof ONE_KWP> = {}, site = ZURICH) =>
  expectedMonthsWh([{ ...ONE_KWP, ...change }], site).reduce((sum, wh) => sum + wh, 0) / 1_000;

describe('the yield to be expected of a year', () => {
  it('is that of Swiss roofs: about 1000 kWh per kWp facing south, three times as much in July as in December', () => {
    expect(yearKwh()).toBeGreaterThan(950);
    expect(yearKwh()).toBeLessThan(1_100);
    const months = expectedMonthsWh([ONE_KWP], ZURICH);
    expect(months).toHaveLength(12);
    expect((months[6] ?? 0) / (months[11] ?? 1)).toBeGreaterThan(3);
  });

  it('knows which roofs are better', () => {
    const south = yearKwh();
    const [east, west, north] = [90, 270, 0].map((azimuthDeg) => yearKwh({ azimuthDeg })) as [number, number, number];
    expect(east / south).toBeGreaterThan(0.72);
    expect(east / south).toBeLessThan(0.88);
    expect(Math.abs(east - west) / east).toBeLessThan(0.01);
    expect(north / south).toBeLessThan(0.65);
    expect(yearKwh({ tiltDeg: 90 }) / south).toBeLessThan(0.8);
    expect(yearKwh({ tiltDeg: 0 }) / south).toBeGreaterThan(0.8);
  });

  it('grows with the modules and adds up over systems', () => {
    const other = { peakPowerW: 3_000, tiltDeg: 10, azimuthDeg: 90 };
    const both = expectedMonthsWh([ONE_KWP, other], ZURICH);
    const [one, two] = [expectedMonthsWh([ONE_KWP], ZURICH), expectedMonthsWh([other], ZURICH)];
    for (const [month, wh] of both.entries())
      expect(Math.abs(wh - (one[month] ?? 0) - (two[month] ?? 0))).toBeLessThan(2);
    expect(expectedMonthsWh([], ZURICH)).toEqual(Array(12).fill(0));
  });

  it('is the same at all longitudes, and turned about south of the equator', () => {
    expect(Math.abs(yearKwh({}, { latitudeDeg: 47.38, longitudeDeg: -170 }) - yearKwh())).toBeLessThan(3);
    const south = expectedMonthsWh([{ ...ONE_KWP, azimuthDeg: 0 }], { latitudeDeg: -47.38, longitudeDeg: 8.53 });
    expect(south[0] ?? 0).toBeGreaterThan(2.5 * (south[6] ?? 0));
  });

  it('says what is wrong', () => {
    expect(() => expectedMonthsWh([{ ...ONE_KWP, tiltDeg: 91 }], ZURICH)).toThrow(/tiltDeg/);
    expect(() => expectedMonthsWh([], { latitudeDeg: 91, longitudeDeg: 0 })).toThrow(/latitudeDeg/);
    expect(() => usualWeather(12, ZURICH)).toThrow('month must be a whole number from 0 to 11, not 12');
  });
});

describe('the energy to be expected in an interval', () => {
  const at = (instant: string) => expectedEnergy([ONE_KWP], ZURICH, intervalIndex(Date.parse(instant)));

  it('is nothing at night', () => {
    expect(at('2026-06-21T23:00:00Z')).toEqual({ usualWh: 0, clearSkyWh: 0 });
  });

  it('lies between an overcast and a clear sky', () => {
    const { usualWh, clearSkyWh } = at('2026-06-21T11:15:00Z');
    expect(clearSkyWh).toBeGreaterThan(180);
    expect(clearSkyWh).toBeLessThan(250);
    expect(usualWh).toBeGreaterThan(0.4 * clearSkyWh);
    expect(usualWh).toBeLessThan(0.8 * clearSkyWh);
  });
});
