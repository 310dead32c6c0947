import { cosIncidence, planeIrradiance } from './plane';
import { skyIrradiance } from './sky';
import { sunPosition } from './sun-position';

const brugg = { latitudeDeg: 47.48, longitudeDeg: 8.21 };

describe('planeIrradiance', () => {
  it('is the global irradiance on a level plane', () => {
    const sun = sunPosition(brugg, Date.UTC(2026, 3, 12, 9));
    const sky = skyIrradiance(sun, 0.8);
    expect(planeIrradiance(sky, sun, { tiltDeg: 0, azimuthDeg: 90 })).toBeCloseTo(sky.globalHorizontal, 6);
  });

  it('gives a plane that faces the sun the whole beam', () => {
    const sun = sunPosition(brugg, Date.UTC(2026, 2, 20, 11, 34));
    expect(cosIncidence(sun, { tiltDeg: 90 - sun.elevationDeg, azimuthDeg: sun.azimuthDeg })).toBeCloseTo(1, 9);
  });

  it('favours the east in the morning and the west in the afternoon', () => {
    const east = { tiltDeg: 40, azimuthDeg: 90 };
    const west = { tiltDeg: 40, azimuthDeg: 270 };
    for (const [hourUtc, better, worse] of [
      [7, east, west],
      [16, west, east],
    ] as const) {
      const sun = sunPosition(brugg, Date.UTC(2026, 5, 21, hourUtc));
      const sky = skyIrradiance(sun, 1);
      expect(planeIrradiance(sky, sun, better)).toBeGreaterThan(1.5 * planeIrradiance(sky, sun, worse));
    }
  });

  it('leaves a wall that the sun is behind with diffuse and reflected light only', () => {
    const sun = sunPosition(brugg, Date.UTC(2026, 11, 21, 11, 25));
    const sky = skyIrradiance(sun, 1);
    const northWall = planeIrradiance(sky, sun, { tiltDeg: 90, azimuthDeg: 0 });
    expect(northWall).toBeGreaterThan(0);
    expect(northWall).toBeLessThan(sky.diffuseHorizontal / 2 + 0.1 * sky.globalHorizontal + 1e-9);
  });

  it('does not run away when the sun stands on the horizon', () => {
    for (let minute = 0; minute < 60; minute++) {
      const sun = sunPosition(brugg, Date.UTC(2026, 11, 21, 6, 45 + minute));
      const facing = { tiltDeg: 90, azimuthDeg: sun.azimuthDeg };
      expect(planeIrradiance(skyIrradiance(sun, 1.1), sun, facing)).toBeLessThan(600);
    }
  });
});
