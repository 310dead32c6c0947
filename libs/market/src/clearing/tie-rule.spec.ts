import { ask, bid, RULES, star } from '../testing/markets';
import { SOLVERS } from '../testing/solvers';
import type { Order } from '../order';
import type { PreparedGrid } from '../grid/grid';

describe.each(SOLVERS)('the tie rule, %s', (_, clear) => {
  function filled(grid: PreparedGrid, orders: readonly Order[], intervalIndex = 0): Record<string, number> {
    return Object.fromEntries(
      clear(grid, orders, RULES, intervalIndex).fills.map(({ orderId, filledWh }) => [orderId, filledWh]),
    );
  }

  it('shares in proportion to quantity, whoever came first', () => {
    const orders = [ask('a', 1, 30, 70_000), ask('b', 2, 10, 70_000), bid('c', 3, 20, 90_000)];
    expect(filled(star(3), orders)).toEqual({ a: 15, b: 5, c: 20 });
  });

  it('gives equals the same over as many intervals as there are equals', () => {
    const orders = [ask('a', 1, 9, 70_000), ask('b', 2, 9, 70_000), ask('c', 3, 9, 70_000), bid('d', 4, 10, 90_000)];
    const sums = { a: 0, b: 0, c: 0, d: 0 };
    for (let interval = 7; interval < 10; interval++) {
      const one = filled(star(4), orders, interval);
      for (const id of ['a', 'b', 'c', 'd'] as const) sums[id] += one[id]!;
    }
    expect(sums).toEqual({ a: 10, b: 10, c: 10, d: 30 });
  });

  it('gains nobody anything by cutting an order in pieces', () => {
    const pieces = Array.from({ length: 9 }, (_, at) => ask(`p${at}`, 1, 1, 70_000));
    const one = filled(star(3), [...pieces, ask('whole', 2, 9, 70_000), bid('c', 3, 9, 90_000)], 0);
    expect(Math.abs(9 - 2 * one['whole']!)).toBeLessThanOrEqual(1);
  });
});
