import { MAX_ATTEMPTS, nextAttempt } from './next-attempt';

const NOW = new Date('2026-05-01T12:00:00Z');
const wait = (attempts: number, chance: number) =>
  (nextAttempt(NOW, attempts, chance).getTime() - NOW.getTime()) / 1_000;

describe('the wait before the next delivery', () => {
  it('doubles from half a minute to an hour', () => {
    expect([1, 2, 3, 7, 8, 29].map((attempts) => wait(attempts, 0.5))).toEqual([30, 60, 120, 1_920, 3_600, 3_600]);
  });

  it('is spread by a quarter to either side', () => {
    expect([wait(2, 0), wait(2, 0.999_999)]).toEqual([45, expect.closeTo(75, 2)]);
  });

  it('adds up to about a day before a letter is given up', () => {
    const hours =
      Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => wait(index + 1, 0.5)).reduce((a, b) => a + b) / 3_600;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(28);
  });
});
