import { compassPoint } from './azimuth';

it.each([
  [0, 'n'],
  [22, 'n'],
  [23, 'ne'],
  [90, 'e'],
  [180, 's'],
  [200, 's'],
  [225, 'sw'],
  [337, 'nw'],
  [338, 'n'],
  [359, 'n'],
  [-90, 'w'],
])('%i° is %s', (azimuthDeg, point) => {
  expect(compassPoint(azimuthDeg)).toBe(point);
});
