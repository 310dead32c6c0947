import fc from 'fast-check';
import type { Order } from '../order';
import { star } from '../testing/markets';
import { grids, markets } from '../testing/random-markets';
import { SOLVERS } from '../testing/solvers';
import type { Clearing } from './clearing';

const filledOf = ({ fills }: Clearing, id: string) => fills.find(({ orderId }) => orderId === id)!.filledWh;

/** Wh that a node sold (or bought), by node, over all its orders. */
function totals({ fills }: Clearing, side: string): Map<number, number> {
  const byNode = new Map<number, number>();
  for (const fill of fills) {
    if (fill.side === side) byNode.set(fill.node, (byNode.get(fill.node) ?? 0) + fill.filledWh);
  }
  return byNode;
}

describe.each(SOLVERS)('what an order can do for itself, %s', (name, solve) => {
  const numRuns = name === 'fast' ? 1500 : 200;

  it('a lower ask never sells less, a higher bid never buys less', () => {
    const changed = markets().filter(({ orders }) => orders.length > 0);
    fc.assert(
      fc.property(changed, fc.nat(), fc.integer({ min: 1, max: 6 }), (market, pick, by) => {
        const { grid, orders, rules, intervalIndex } = market;
        const at = pick % orders.length;
        const order = orders[at]!;
        const limitMicroPerKwh = order.limitMicroPerKwh + (order.side === 'ask' ? -by : by);
        const keener = orders.with(at, { ...order, limitMicroPerKwh });
        const before = filledOf(solve(grid, orders, rules, intervalIndex), order.id);
        const after = filledOf(solve(grid, keener, rules, intervalIndex), order.id);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
      { numRuns },
    );
  });

  it('an order cut in two at the same price changes no household’s total', () => {
    const cut = markets(grids(9, true)).filter(({ orders }) => orders.some(({ quantityWh }) => quantityWh > 1));
    fc.assert(
      fc.property(cut, fc.nat(), fc.nat(), ({ grid, orders, rules, intervalIndex }, pick, where) => {
        const divisible = orders.filter(({ quantityWh }) => quantityWh > 1);
        const order = divisible[pick % divisible.length]!;
        const first = 1 + (where % (order.quantityWh - 1));
        const parts: Order[] = [
          { ...order, quantityWh: first },
          { ...order, id: `${order.id}z`, quantityWh: order.quantityWh - first },
        ];
        const whole = solve(grid, orders, rules, intervalIndex);
        const apart = solve(grid, [...orders.filter((one) => one !== order), ...parts], rules, intervalIndex);
        for (const side of ['ask', 'bid']) expect(totals(apart, side)).toEqual(totals(whole, side));
        expect(apart.prices).toEqual(whole.prices);
      }),
      { numRuns },
    );
  });

  it('identical households of one zone get the same within 1 Wh', () => {
    fc.assert(
      fc.property(markets(fc.nat(7).map((count) => star(count + 1))), ({ grid, orders, rules, intervalIndex }) => {
        const single = [...new Map(orders.map((order) => [order.node, order])).values()];
        const clearing = solve(grid, single, rules, intervalIndex);
        for (const a of single) {
          for (const b of single) {
            const isAlike = a.side === b.side && a.limitMicroPerKwh === b.limitMicroPerKwh;
            if (!isAlike || a.quantityWh !== b.quantityWh) continue;
            expect(Math.abs(filledOf(clearing, a.id) - filledOf(clearing, b.id))).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: numRuns / 2 },
    );
  });
});
