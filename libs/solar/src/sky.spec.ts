import * as fc from 'fast-check';

import { clearSkyGlobal, diffuseFraction, skyIrradiance } from './sky';
import { sunPosition } from './sun-position';

const brugg = { latitudeDeg: 47.48, longitudeDeg: 8.21 };
const juneNoon = sunPosition(brugg, Date.UTC(2026, 5, 21, 11, 29));

describe('skyIrradiance', () => {
  it('gives at a clear June noon what the formulas give by hand', () => {
    // sin 65.96° = 0.9133; 1098 · 0.9133 · e^(−0.059/0.9133) = 940; 1361/1.0163² = 1317.7; kt = 940/(1317.7 · 0.9133) = 0.781
    const sky = skyIrradiance(juneNoon, 1);
    expect(sky.globalHorizontal).toBeCloseTo(940, -0.5);
    expect(sky.diffuseHorizontal / sky.globalHorizontal).toBeCloseTo(0.166, 2);
    expect(sky.directNormal).toBeCloseTo((940 * (1 - 0.166)) / 0.9133, -1);
  });

  it('scales the global irradiance with the clearness and makes an overcast sky diffuse', () => {
    const sky = skyIrradiance(juneNoon, 0.2);
    expect(sky.globalHorizontal).toBeCloseTo(0.2 * clearSkyGlobal(juneNoon), 6);
    expect(sky.diffuseHorizontal / sky.globalHorizontal).toBeGreaterThan(0.97);
  });

  it('is dark at night', () => {
    const midnight = sunPosition(brugg, Date.UTC(2026, 5, 21, 23, 29));
    expect(skyIrradiance(midnight, 1).globalHorizontal).toBe(0);
    expect(clearSkyGlobal(midnight)).toBe(0);
  });

  it('is made up of beam and diffuse light, none negative, at any time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 * 96 }),
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        (interval, clearness) => {
          const sun = sunPosition(brugg, Date.UTC(2026, 0, 1) + interval * 900_000);
          const sky = skyIrradiance(sun, clearness);
          const level = sky.directNormal * Math.max(0, Math.sin((sun.elevationDeg * Math.PI) / 180));
          expect(level + sky.diffuseHorizontal).toBeCloseTo(sky.globalHorizontal, 6);
          expect(sky.diffuseHorizontal).toBeGreaterThanOrEqual(0);
          expect(sky.directNormal).toBeGreaterThanOrEqual(0);
          expect(sky.directNormal).toBeLessThan(1361 * 1.04);
        },
      ),
    );
  });
});

describe('diffuseFraction', () => {
  it('joins its three pieces without a jump', () => {
    expect(diffuseFraction(0.22)).toBeCloseTo(diffuseFraction(0.220001), 2);
    expect(diffuseFraction(0.8)).toBeCloseTo(diffuseFraction(0.800001), 2);
  });
});
