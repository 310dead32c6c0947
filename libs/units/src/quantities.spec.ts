import fc from 'fast-check';
import { assertSafeMicroPerKwh, assertSafeNano, assertSafeWh, multiply } from './quantities';

describe('exact quantities', () => {
  it('makes nano-francs of watt-hours and prices', () => {
    expect(multiply(420, 142_000)).toBe(59_640_000);
    expect(multiply(-3, 180_000)).toBe(-540_000);
    expect(Object.is(multiply(0, -5), 0)).toBe(true);
  });

  it('agrees with big integers wherever it answers, and refuses everything else', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (energyWh, price) => {
        const exact = BigInt(energyWh) * BigInt(price);
        const safe = exact >= BigInt(Number.MIN_SAFE_INTEGER) && exact <= BigInt(Number.MAX_SAFE_INTEGER);
        if (safe) expect(BigInt(multiply(energyWh, price))).toBe(exact);
        else expect(() => multiply(energyWh, price)).toThrow(RangeError);
      }),
    );
    expect(() => multiply(2 ** 27, 2 ** 26)).toThrow(RangeError);
    expect(multiply(2 ** 27 - 1, 2 ** 26)).toBe((2 ** 27 - 1) * 2 ** 26);
  });

  it('refuses what is no whole number and says what it was', () => {
    expect(() => assertSafeWh(0.5, 'export')).toThrow(
      'export must be a whole number of Wh within ±(2^53 − 1), not 0.5',
    );
    expect(() => assertSafeMicroPerKwh(Number.NaN)).toThrow(/price .*NaN/);
    expect(() => assertSafeNano(2 ** 53)).toThrow(/amount/);
    expect(() => multiply(1.5, 2)).toThrow(/energy/);
    expect(() => multiply(2, 1.5)).toThrow(/price/);
  });
});
