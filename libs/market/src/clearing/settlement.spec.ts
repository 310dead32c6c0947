import { clear } from './clear';
import { ask, bid, gridOf, node, RULES, star } from '../testing/markets';
import { SOLVERS } from '../testing/solvers';

describe.each(SOLVERS)('midpoint pricing, %s', (_, clear) => {
  const rules = { ...RULES, pricing: 'midpoint' as const };

  it('settles each pair at the mean of its own limits', () => {
    const orders = [ask('a', 1, 10, 70_000), bid('b', 2, 10, 90_001)];
    expect(clear(star(2), orders, rules, 0).trades).toMatchObject([
      { sellerPriceMicroPerKwh: 80_000, buyerPriceMicroPerKwh: 80_000, feeNano: 0, rentNano: 0 },
    ]);
  });

  it('takes the path fees out first and keeps no rent', () => {
    const grid = gridOf(node(0, null), node(1, 0, { feeUp: 1_000, capacityUp: 5 }), node(2, 0, { feeDown: 3_000 }));
    const orders = [ask('a', 1, 10, 70_000), bid('b', 2, 10, 90_000)];
    const { trades, feesNano, rentNano } = clear(grid, orders, rules, 0);
    expect(trades).toMatchObject([
      { quantityWh: 5, sellerPriceMicroPerKwh: 78_000, buyerPriceMicroPerKwh: 82_000, feeNano: 20_000, rentNano: 0 },
    ]);
    expect([feesNano, rentNano]).toEqual([20_000, 0]);
  });
});

describe('malformed input', () => {
  const one = ask('a', 1, 10, 70_000);

  it.each([
    [{ ...one, node: 9 }, 'order a: node 9 is not in the grid'],
    [{ ...one, quantityWh: -1 }, 'order a: quantityWh must be a whole number, 0 or more, not -1'],
    [{ ...one, quantityWh: 0.5 }, 'order a: quantityWh must be a whole number, 0 or more, not 0.5'],
    [{ ...one, limitMicroPerKwh: Number.NaN }, 'order a: limitMicroPerKwh must be a whole number within'],
    [{ ...one, side: 'sell' as 'ask' }, 'order a: side must be ask or bid, not sell'],
  ])('names the order and the field: %#', (order, message) => {
    expect(() => clear(star(1), [order], RULES, 0)).toThrow(message);
  });

  it('refuses two orders of one id, and rules nobody can follow', () => {
    expect(() => clear(star(1), [one, one], RULES, 0)).toThrow('order a is there twice');
    expect(() => clear(star(1), [], { ...RULES, k: 2 }, 0)).toThrow('k must lie within 0 … 1, not 2');
    expect(() => clear(star(1), [], { ...RULES, ruler: [2, 1] }, 0)).toThrow('the ruler must be two whole prices');
    expect(() => clear(star(1), [], RULES, 0.5)).toThrow('intervalIndex must be a whole number, not 0.5');
  });

  it('refuses money beyond exact integers instead of losing a part of it', () => {
    const orders = [ask('a', 1, 2 ** 50, 70_000), bid('b', 2, 2 ** 50, 90_000)];
    expect(() => clear(star(2), orders, RULES, 0)).toThrow(RangeError);
  });
});
