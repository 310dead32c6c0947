import * as fc from 'fast-check';

import { pvEnergyWh, pvPowerW } from './pv-system';

const brugg = { latitudeDeg: 47.48, longitudeDeg: 8.21 };
const firstInterval2026 = Date.UTC(2026, 0, 1) / 900_000;
const juneNoon = Math.floor(Date.UTC(2026, 5, 21, 11, 29) / 900_000);

function clearYearWh(azimuthDeg: number): number {
  let sumWh = 0;
  for (let i = 0; i < 35_040; i++) {
    sumWh += pvEnergyWh({ peakPowerW: 1000, tiltDeg: 30, azimuthDeg }, brugg, firstInterval2026 + i, 1, 12);
  }
  return sumWh;
}

describe('pvPowerW', () => {
  it('is peak power less the system losses under standard test conditions', () => {
    // 25 °C in the cells at 1000 W/m² means 25 − 31.25 °C outside.
    expect(pvPowerW(1000, 1000, -6.25)).toBeCloseTo(860, 9);
  });

  it('falls by 0.35 % for each kelvin', () => {
    expect(pvPowerW(1000, 1000, 3.75)).toBeCloseTo(860 * 0.965, 9);
  });

  it('is never negative and never above peak power', () => {
    expect(pvPowerW(1000, 0, 20)).toBe(0);
    expect(pvPowerW(1000, -5, 20)).toBe(0);
    expect(pvPowerW(1000, 1400, -25)).toBe(1000);
  });
});

describe('pvEnergyWh', () => {
  it('gives a clear June noon as computed by hand', () => {
    // About 1028 W/m² on the plane, cells at 25 + 32.1 °C: 1028 · (1 − 0.0035 · 32.1) · 0.86 = 785 W, 196 Wh.
    const wh = pvEnergyWh({ peakPowerW: 1000, tiltDeg: 30, azimuthDeg: 180 }, brugg, juneNoon, 1, 25);
    expect(Math.abs(wh - 196)).toBeLessThanOrEqual(3);
  });

  it('ranks the directions: south, then east and west alike, then north', () => {
    const [north, east, south, west] = [0, 90, 180, 270].map(clearYearWh) as [number, number, number, number];
    expect(south).toBeGreaterThan(1.15 * east);
    expect(Math.abs(east / west - 1)).toBeLessThan(0.02);
    expect(north).toBeLessThan(0.75 * east);
  });

  it('is a whole number, zero at night and within peak power, wherever the sun is', () => {
    const system = fc.record({
      peakPowerW: fc.integer({ min: 1, max: 100_000 }),
      tiltDeg: fc.integer({ min: 0, max: 90 }),
      azimuthDeg: fc.integer({ min: 0, max: 360 }),
    });
    fc.assert(
      fc.property(system, fc.nat(35_039), fc.double({ min: 0, max: 1.2, noNaN: true }), (pv, i, clearness) => {
        const wh = pvEnergyWh(pv, brugg, firstInterval2026 + i, clearness, 10);
        expect(Number.isInteger(wh)).toBe(true);
        expect(wh).toBeGreaterThanOrEqual(0);
        expect(wh).toBeLessThanOrEqual(Math.ceil(pv.peakPowerW / 4));
        const hourUtc = (i % 96) / 4;
        if (hourUtc < 3 || hourUtc >= 20) expect(wh).toBe(0);
      }),
    );
  });

  it.each([
    ['peakPowerW', { peakPowerW: Number.NaN, tiltDeg: 30, azimuthDeg: 180 }],
    ['tiltDeg', { peakPowerW: 1000, tiltDeg: 120, azimuthDeg: 180 }],
    ['azimuthDeg', { peakPowerW: 1000, tiltDeg: 30, azimuthDeg: -10 }],
  ])('names a field of the system that makes no sense: %s', (field, system) => {
    expect(() => pvEnergyWh(system, brugg, juneNoon, 1, 20)).toThrow(new RegExp(`^${field} must be`));
  });

  it('names a site or weather that makes no sense', () => {
    const system = { peakPowerW: 1000, tiltDeg: 30, azimuthDeg: 180 };
    expect(() => pvEnergyWh(system, { latitudeDeg: 91, longitudeDeg: 8 }, juneNoon, 1, 20)).toThrow(/latitudeDeg/);
    expect(() => pvEnergyWh(system, brugg, juneNoon, -0.1, 20)).toThrow(/clearness/);
    expect(() => pvEnergyWh(system, brugg, juneNoon, 1, Number.NaN)).toThrow(/temperatureC/);
  });
});
