import { readDay, readInterval } from './day-choice';

describe('readDay', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-25', '2026-11-22'],
    ['2026-02-30', '2026-11-22'],
    ['yesterday', '2026-11-22'],
    [undefined, '2026-11-22'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, '2026-11-22')).toBe(day);
  });
});

describe('readInterval', () => {
  it.each([
    ['0', 0],
    ['57', 57],
    ['99', 95],
    ['-1', undefined],
    ['1.5', undefined],
    [undefined, undefined],
  ])('%s is %s of 96', (text, interval) => {
    expect(readInterval(text, 96)).toBe(interval);
  });
});
