import { AZIMUTH, TILT, directionTo, steepness, turnByKey } from './dial';

describe('turnByKey', () => {
  it.each([
    ['ArrowRight', 180, 185],
    ['ArrowDown', 0, 355],
    ['ArrowUp', 355, 0],
    ['ArrowRight', 123, 130],
    ['PageUp', 330, 15],
    ['Home', 90, 0],
    ['End', 90, 180],
  ])('turns the compass with %s from %i° to %i°', (key, from, to) => {
    expect(turnByKey(key, from, AZIMUTH)).toBe(to);
  });

  it.each([
    ['ArrowUp', 90, 90],
    ['ArrowLeft', 0, 0],
    ['PageDown', 60, 15],
    ['End', 10, 90],
  ])('tilts with %s from %i° to %i°, and no further than a roof goes', (key, from, to) => {
    expect(turnByKey(key, from, TILT)).toBe(to);
  });

  it('leaves other keys alone', () => {
    expect(turnByKey('Tab', 10, TILT)).toBeNull();
  });
});

describe('what is pointed at', () => {
  it.each([
    [0, -10, 0],
    [10, 0, 90],
    [0, 10, 180],
    [-10, 0, 270],
    [-0.1, -10, 0],
  ])('is a direction: (%d, %d) → %i°', (x, y, deg) => expect(directionTo(x, y)).toBe(deg));

  it.each([
    [10, 0, 0],
    [10, -10, 45],
    [0, -10, 90],
    [-5, -10, 90],
    [10, 5, 0],
  ])('is a tilt: (%d, %d) → %i°', (x, y, deg) => expect(steepness(x, y)).toBe(deg));
});
