import { oneEach, scattered, swinging } from './books.mjs';
import { chains, community, star, tightTree } from './grids.mjs';
import { INTERVALS, year } from './year.mjs';

/**
 * The markets that are measured. `make` gives the grid's nodes and books of orders; several books where one is small,
 * so that neither the sort nor the clearing profits from a processor that has learnt one of them by heart. One sample is
 * one book, or all of them one after the other (`together`). `goal`: at most so many times the sort. `highs`: small
 * enough for an LP solver.
 */
export const CASES = [
  ...[1_000, 10_000, 100_000, 1_000_000].map((orders) => ({
    name: `flat ${orders}`,
    goal: 2,
    highs: orders <= 10_000,
    make: (random) => ({ nodes: star(random, orders), books: booksOf(orders, () => oneEach(random, orders)) }),
  })),
  {
    name: 'flat 1000000, shuffled',
    make: (random) => ({ nodes: star(random, 1_000_000), books: [oneEach(random, 1_000_000, true)] }),
  },
  {
    name: 'three prices 100000',
    make: (random) => {
      const limits = () => 90_000 + 10_000 * random.whole(0, 2);
      return { nodes: star(random, 100_000), books: [oneEach(random, 100_000, false, limits)] };
    },
  },
  ...[10_000, 100_000].map((orders) => ({
    name: `tree 2000 zones, ${orders}`,
    goal: orders === 10_000 ? 8 : undefined,
    highs: orders === 10_000,
    make: (random) => ({
      nodes: chains(random, 50, 40, 1_500),
      books: booksOf(orders, () => scattered(random, orders, 2_000)),
    }),
  })),
  {
    name: 'chain 10000 zones deep, 10000',
    goal: 40,
    highs: true,
    make: (random) => ({
      nodes: chains(random, 1, 10_000, 200),
      books: booksOf(10_000, () => oneEach(random, 10_000)),
    }),
  },
  {
    name: 'tight capacities 10000',
    highs: true,
    make: (random) => ({
      nodes: tightTree(random, 1_000, 1_500, 20_000),
      books: booksOf(10_000, () => scattered(random, 10_000, 999)),
    }),
  },
  {
    name: 'chain, swinging 10000',
    make: (random) => ({ nodes: chains(random, 1, 5_000, 2), books: [swinging(random, 10_000)] }),
  },
  {
    name: `year of 40 households, ${INTERVALS} intervals`,
    together: true,
    make: (random) => ({ nodes: community(random), books: year(random) }),
  },
];

function booksOf(orders, make) {
  const count = Math.max(1, Math.min(64, 100_000 / orders));
  return Array.from({ length: count }, make);
}

/** The cases asked for: of exactly this name, otherwise all whose name contains it; all when none is asked for. */
export function casesNamed(wanted = []) {
  if (wanted.length === 0) return CASES;
  return CASES.filter(({ name }) =>
    wanted.some((one) => (CASES.some((other) => other.name === one) ? name === one : name.includes(one))),
  );
}
