import { sunCoordinates, sunPosition } from './sun-position';

const brugg = { latitudeDeg: 47.48, longitudeDeg: 8.21 };

describe('sunCoordinates', () => {
  it('meets the worked examples of Meeus, Astronomical Algorithms, 25.a and 28.b (1992-10-13T00:00 TD)', () => {
    const sun = sunCoordinates(Date.UTC(1992, 9, 13));
    expect(sun.declinationDeg).toBeCloseTo(-7.785, 2);
    expect(sun.equationOfTimeMin).toBeCloseTo(13 + 42.6 / 60, 1);
    expect(sun.distanceAu).toBeCloseTo(0.99766, 4);
  });
});

describe('sunPosition', () => {
  it('meets the worked example of the NREL Solar Position Algorithm (TP-560-34302, A.5) within 0.02°', () => {
    const golden = { latitudeDeg: 39.742476, longitudeDeg: -105.1786 };
    const sun = sunPosition(golden, Date.UTC(2003, 9, 17, 19, 30, 30));
    expect(Math.abs(sun.elevationDeg - 39.872046)).toBeLessThan(0.02); // topocentric, before refraction
    expect(Math.abs(sun.azimuthDeg - 194.34024)).toBeLessThan(0.02);
  });

  it.each([
    ['June solstice', Date.UTC(2026, 5, 21, 11, 29), 90 - 47.48 + 23.44],
    ['March equinox', Date.UTC(2026, 2, 20, 11, 34, 30), 90 - 47.48],
    ['December solstice', Date.UTC(2026, 11, 21, 11, 25), 90 - 47.48 - 23.44],
  ])('culminates in the south at the height the season gives: %s', (_name, noon, elevationDeg) => {
    const sun = sunPosition(brugg, noon);
    expect(Math.abs(sun.elevationDeg - elevationDeg)).toBeLessThan(0.1);
    expect(Math.abs(sun.azimuthDeg - 180)).toBeLessThan(0.6);
  });

  it('rises in the north-east and sets in the north-west on the longest day, at the times of the almanac', () => {
    const sunrise = sunPosition(brugg, Date.UTC(2026, 5, 21, 3, 30)); // 05:30 in Brugg
    const sunset = sunPosition(brugg, Date.UTC(2026, 5, 21, 19, 28)); // 21:28
    expect(Math.abs(sunrise.elevationDeg + 0.833)).toBeLessThan(0.3);
    expect(Math.abs(sunset.elevationDeg + 0.833)).toBeLessThan(0.3);
    expect(sunrise.azimuthDeg).toBeCloseTo(53, -0.5);
    expect(sunset.azimuthDeg).toBeCloseTo(307, -0.5);
  });

  it('works on the southern half, where the noon sun is in the north', () => {
    const sun = sunPosition({ latitudeDeg: -33.87, longitudeDeg: 151.21 }, Date.UTC(2026, 5, 21, 1, 57));
    expect(Math.abs(sun.elevationDeg - (90 - 33.87 - 23.44))).toBeLessThan(0.1);
    expect(Math.min(sun.azimuthDeg, 360 - sun.azimuthDeg)).toBeLessThan(1);
  });

  it('is nearest in January and farthest in July', () => {
    expect(sunPosition(brugg, Date.UTC(2026, 0, 3)).distanceAu).toBeCloseTo(0.9833, 3);
    expect(sunPosition(brugg, Date.UTC(2026, 6, 6)).distanceAu).toBeCloseTo(1.0167, 3);
  });
});
