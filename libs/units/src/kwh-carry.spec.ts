import fc from 'fast-check';
import { KwhCarry } from './kwh-carry';

describe('reading kWh', () => {
  it('carries what is left below one Wh to the next value', () => {
    const carry = new KwhCarry();
    expect(['0.0180', '0.0004', '0.0004', '0.0004', '12', '0'].map((text) => carry.read(text))).toEqual([
      18, 0, 0, 1, 12_000, 0,
    ]);
    expect(carry.restMicroWh).toBe(200_000);
  });

  it.each([
    ['', 'empty'],
    ['-0.1', 'negative'],
    ['-', 'not-a-number'],
    ['-x', 'not-a-number'],
    ['1e-3', 'not-a-number'],
    ['+1', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['0,018', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    [' 1', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['0.0000000001', 'too-precise'],
    ['0.0000000001x', 'not-a-number'],
    ['1000001', 'too-large'],
    ['99999999999999999999999', 'too-large'],
  ])('refuses %j as %s and leaves the carry alone', (text, fault) => {
    const carry = new KwhCarry(123);
    expect(carry.read(text)).toBe(fault);
    expect(carry.restMicroWh).toBe(123);
  });

  it('accepts more than nine decimals when they are zeros', () => {
    expect(new KwhCarry().read('0.0180000000000')).toBe(18);
  });

  it('goes on where an earlier part of the series ended', () => {
    expect(new KwhCarry(999_999).read('0.000000001')).toBe(1);
    expect(() => new KwhCarry(1_000_000)).toThrow(RangeError);
    expect(() => new KwhCarry(-1)).toThrow(RangeError);
  });

  it('loses no energy: every prefix is the floor of its exact sum', () => {
    const value = fc.tuple(fc.nat(999), fc.nat(999_999_999), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const carry = new KwhCarry();
        let sumWh = 0;
        let exactNanoKwh = 0n;
        for (const [whole, fraction, decimals] of values) {
          const digits = String(fraction).padStart(9, '0').slice(0, decimals);
          exactNanoKwh += BigInt(whole) * 1_000_000_000n + BigInt(digits.padEnd(9, '0'));
          const energyWh = carry.read(`${whole}.${digits}`);
          if (typeof energyWh !== 'number') throw new Error(energyWh);
          expect(energyWh).toBeGreaterThanOrEqual(0);
          sumWh += energyWh;
          expect(BigInt(sumWh)).toBe(exactNanoKwh / 1_000_000n);
        }
      }),
    );
  });
});
