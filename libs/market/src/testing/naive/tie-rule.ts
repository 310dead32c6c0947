import type { Order } from '../../order';

/**
 * The tie rule: what the orders of one zone, side and limit got in all, they share in proportion to quantity: first
 * their nodes by id, equal remainders by turns; then each node's orders.
 */
export function shareTies(
  zone: ReadonlyMap<number, number>,
  orders: readonly Order[],
  filled: ReadonlyMap<string, number>,
  intervalIndex: number,
): Map<string, number> {
  const shared = new Map<string, number>();
  for (const group of groupBy(orders, (one) => `${zone.get(one.node)} ${one.side} ${one.limitMicroPerKwh}`)) {
    const amount = group.reduce((sum, { id }) => sum + filled.get(id)!, 0);
    const houses = groupBy(group, ({ node }) => `${node}`).sort(([a], [b]) => a!.node - b!.node);
    const parts = share(houses.map(sumOf), amount, intervalIndex);
    houses.forEach((house, at) => {
      const sorted = [...house].sort((a, b) => (a.id < b.id ? -1 : 1));
      const shares = share(
        sorted.map(({ quantityWh }) => quantityWh),
        parts[at]!,
        0,
      );
      sorted.forEach(({ id }, place) => shared.set(id, shares[place]!));
    });
  }
  return shared;
}

/** Largest remainder, in big integers; among equal remainders the one whose turn it is first, then those after it. */
export function share(weights: readonly number[], amount: number, turn: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(weight) * BigInt(amount));
  const shares = exact.map((product) => Number(product / BigInt(total)));
  const remainders = exact.map((product) => Number(product % BigInt(total)));
  for (const remainder of [...new Set(remainders)].sort((a, b) => b - a)) {
    const equals = [...remainders.keys()].filter((at) => remainders[at] === remainder);
    const first = ((turn % equals.length) + equals.length) % equals.length;
    const inTurn = [...equals.slice(first), ...equals.slice(0, first)];
    for (const at of inTurn) {
      if (shares.reduce((sum, one) => sum + one, 0) < amount) shares[at]!++;
    }
  }
  return shares;
}

function sumOf(orders: readonly Order[]): number {
  return orders.reduce((sum, { quantityWh }) => sum + quantityWh, 0);
}

function groupBy(orders: readonly Order[], key: (order: Order) => string): Order[][] {
  return [...Map.groupBy(orders, key).values()];
}
