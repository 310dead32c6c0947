import fc from 'fast-check';
import { Sharing } from './share';

function share(weights: number[], amount: number, turn: number): number[] {
  const shares = Float64Array.from(weights);
  new Sharing().share(shares, 0, shares.length, amount, turn);
  return [...shares];
}

describe('sharing by largest remainder', () => {
  it('gives the exact proportion where it is whole', () => {
    expect(share([10, 20, 30], 12, 0)).toEqual([2, 4, 6]);
  });

  it('gives the odd watt-hour to the largest remainder', () => {
    expect(share([5, 3], 3, 0)).toEqual([2, 1]);
    expect(share([3, 5], 3, 1)).toEqual([1, 2]);
  });

  it('takes turns among equals, so that over time nobody is ahead', () => {
    expect([0, 1, 2, 3].map((turn) => share([7, 7, 7], 10, turn))).toEqual([
      [4, 3, 3],
      [3, 4, 3],
      [3, 3, 4],
      [4, 3, 3],
    ]);
    expect(share([7, 7, 7], 10, -1)).toEqual([3, 3, 4]);
  });

  it('adds up, and rounds each exact proportion down or up, also beyond 2^53', () => {
    const weights = fc.array(fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 2 ** 46 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (list, part, turn) => {
        const total = list.reduce((sum, weight) => sum + weight, 0);
        const amount = Math.floor(part * total);
        const shares = share(list, amount, turn);
        expect(shares.reduce((sum, one) => sum + one, 0)).toBe(amount);
        list.forEach((weight, at) => {
          const floor = Number((BigInt(weight) * BigInt(amount)) / BigInt(total));
          expect([floor, floor + 1]).toContain(shares[at]);
          expect(shares[at]).toBeLessThanOrEqual(weight);
        });
      }),
    );
  });
});
