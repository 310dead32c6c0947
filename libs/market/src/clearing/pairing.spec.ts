import { clear } from './clear';
import { ask, bid, gridOf, node, RULES } from '../testing/markets';
import { SOLVERS } from '../testing/solvers';

/** Two cabinets of two houses each: 10 m from cabinet to house, 100 m from root to cabinet. */
const village = gridOf(
  node(0, null),
  node(10, 0, { lengthM: 100 }),
  node(11, 10, { lengthM: 10 }),
  node(12, 10, { lengthM: 10.5 }),
  node(20, 0, { lengthM: 100 }),
  node(21, 20, { lengthM: 10 }),
  node(22, 20, { lengthM: 30 }),
);

describe.each(SOLVERS)('who traded with whom, %s', (_, clear) => {
  function pairs(...orders: Parameters<typeof clear>[1]) {
    const { trades } = clear(village, orders, RULES, 0);
    return trades.map(({ seller, buyer, quantityWh, distanceM }) => [seller, buyer, quantityWh, distanceM]);
  }

  it('joins neighbours before anybody further away', () => {
    const orders = [
      ask('a', 11, 10, 70_000),
      ask('b', 21, 10, 70_000),
      bid('c', 12, 10, 90_000),
      bid('d', 22, 10, 90_000),
    ];
    expect(pairs(...orders)).toEqual([
      [21, 22, 10, 40],
      [11, 12, 10, 20.5],
    ]);
  });

  it('passes what is left up, nearest to the root first', () => {
    const orders = [
      ask('a', 11, 30, 70_000),
      bid('c', 12, 5, 90_000),
      bid('d', 22, 10, 90_000),
      bid('e', 21, 9, 90_000),
    ];
    expect(pairs(...orders)).toEqual([
      [11, 12, 5, 20.5],
      [11, 21, 9, 220],
      [11, 22, 10, 240],
    ]);
  });

  it('serves the own house first and calls it no trade', () => {
    const orders = [ask('a', 11, 10, 70_000), bid('own', 11, 4, 90_000), bid('c', 12, 6, 90_000)];
    const { ownUse } = clear(village, orders, RULES, 0);
    expect(ownUse).toEqual([{ node: 11, sellOrder: 'a', buyOrder: 'own', quantityWh: 4 }]);
    expect(pairs(...orders)).toEqual([[11, 12, 6, 20.5]]);
  });
});

describe('pairing at large', () => {
  it('walks a chain ten thousand nodes deep', () => {
    const depth = 10_000;
    const chain = gridOf(
      ...Array.from({ length: depth }, (_, at) => node(at, at === 0 ? null : at - 1, { lengthM: 1 })),
    );
    const asks = Array.from({ length: 500 }, (_, at) => ask(`a${at}`, depth - 1 - at, 10, 70_000));
    const { trades } = clear(chain, [...asks, bid('b', 0, 5_000, 90_000)], RULES, 0);
    expect(trades).toHaveLength(500);
    expect(trades.at(-1)?.distanceM).toBe(depth - 1);
  });
});
