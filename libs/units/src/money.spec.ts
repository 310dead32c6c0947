import fc from 'fast-check';
import { NANO_PER_CENT, roundNanoToCents } from './money';

describe('the rounding of money', () => {
  it.each([
    [0, 0],
    [4_999_999, 0],
    [5_000_000, 1],
    [14_999_999, 1],
    [15_000_000, 2],
    [-4_999_999, 0],
    [-5_000_000, -1],
    [-15_000_000, -2],
    [Number.MAX_SAFE_INTEGER, 900_719_925],
  ])('rounds %d nCHF to %d Rappen', (amountNano, cents) => {
    expect(Object.is(roundNanoToCents(amountNano), cents)).toBe(true);
  });

  it('is never off by more than half a Rappen and treats what is owed like what is due', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amountNano) => {
        const cents = roundNanoToCents(amountNano);
        const off = BigInt(cents) * BigInt(NANO_PER_CENT) - BigInt(amountNano);
        expect((off < 0n ? -off : off) * 2n <= BigInt(NANO_PER_CENT)).toBe(true);
        expect(roundNanoToCents(-amountNano)).toBe(cents === 0 ? 0 : -cents);
      }),
    );
  });

  it('refuses what is not exact', () => {
    expect(() => roundNanoToCents(0.5)).toThrow(RangeError);
  });
});
