import * as fc from 'fast-check';

import { chance, Dice, hash, normal, PURPOSE, smoothNormal } from './chance';

const MANY = 20_000;

function moments(draw: (i: number) => number): { mean: number; variance: number } {
  const values = Array.from({ length: MANY }, (_, i) => draw(i));
  const mean = values.reduce((sum, value) => sum + value, 0) / MANY;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / MANY };
}

describe('hash', () => {
  it('stays what it is: communities of earlier versions keep their readings', () => {
    expect([hash(1, 2, 3, 4), hash(2 ** 40, 5, -6, 7)]).toMatchInlineSnapshot(`
      [
        1591678194,
        4113784238,
      ]
    `);
  });

  it('differs when any part of its key does', () => {
    const keys = [hash(1, 1, 1, 1), hash(2, 1, 1, 1), hash(1, 2, 1, 1), hash(1, 1, 2, 1), hash(1, 1, 1, 2)];
    expect(new Set([...keys, hash(1 + 2 ** 32, 1, 1, 1), hash(1 + 2 ** 33, 1, 1, 1)]).size).toBe(7);
  });

  it('is a whole number of 32 bits for any key', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer(), fc.integer(), fc.integer(), (seed, purpose, a, b) => {
        const value = hash(seed, purpose, a, b);
        expect(Number.isInteger(value) && value >= 0 && value < 2 ** 32).toBe(true);
      }),
    );
  });
});

describe('chance', () => {
  it('is even over [0, 1)', () => {
    const { mean, variance } = moments((i) => chance(1, PURPOSE.events, i, 0));
    expect(mean).toBeCloseTo(0.5, 1.7);
    expect(variance).toBeCloseTo(1 / 12, 2);
  });
});

describe('normal and smoothNormal', () => {
  it('have mean 0 and variance 1', () => {
    for (const draw of [
      (i: number) => normal(1, PURPOSE.events, 0, i),
      (i: number) => smoothNormal(1, PURPOSE.events, 0, i / 3.7),
    ]) {
      const { mean, variance } = moments(draw);
      expect(Math.abs(mean)).toBeLessThan(0.05);
      expect(Math.abs(variance - 1)).toBeLessThan(0.06);
    }
  });

  it('smooth: neighbours are close', () => {
    const steps = moments((i) => smoothNormal(1, 1, 0, i / 20 + 0.05) - smoothNormal(1, 1, 0, i / 20));
    expect(steps.variance).toBeLessThan(0.02);
  });
});

describe('Dice', () => {
  it('repeats for the same key and only for it', () => {
    const throws = (b: number) => {
      const dice = new Dice(1, 2, 3, b);
      return [dice.next(), dice.next(), dice.between(5, 6)];
    };
    expect(throws(4)).toEqual(throws(4));
    expect(throws(4)).not.toEqual(throws(5));
    expect(throws(4)[2]).toBeGreaterThanOrEqual(5);
  });
});
