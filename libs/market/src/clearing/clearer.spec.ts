import fc from 'fast-check';
import type { PreparedGrid } from '../grid/grid';
import { prepareGrid } from '../grid/prepare-grid';
import type { Order } from '../order';
import { RULES } from '../testing/markets';
import { grids, ordersOn } from '../testing/random-markets';
import { clear } from './clear';
import { Clearer } from './clearer';
import type { OrderColumns } from './columns';

/** The orders as they come, in columns with room for more. */
function columnsOf(grid: PreparedGrid, orders: readonly Order[], spare = 3): OrderColumns {
  const columns = {
    count: orders.length,
    node: new Int32Array(orders.length + spare),
    isBid: new Uint8Array(orders.length + spare),
    quantityWh: new Float64Array(orders.length + spare).fill(Number.NaN),
    limitMicroPerKwh: new Float64Array(orders.length + spare).fill(Number.NaN),
  };
  orders.forEach(({ node, side, quantityWh, limitMicroPerKwh }, at) => {
    columns.node[at] = grid.indexOf.get(node)!;
    columns.isBid[at] = side === 'bid' ? 1 : 0;
    columns.quantityWh[at] = quantityWh;
    columns.limitMicroPerKwh[at] = limitMicroPerKwh;
  });
  return columns;
}

/** The same grid, prepared anew: nothing is known of it yet. */
function afresh({ nodes }: PreparedGrid): PreparedGrid {
  const prepared = prepareGrid({ nodes });
  if (!prepared.ok) throw new Error(prepared.error.message);
  return prepared.grid;
}

const gridWithOrders = grids(12).chain((grid) =>
  fc.tuple(fc.constant(grid), fc.array(ordersOn(grid, 20), { minLength: 2, maxLength: 5 })),
);

describe('a clearer', () => {
  it('keeps nothing of one interval for the next', () => {
    fc.assert(
      fc.property(gridWithOrders, fc.nat(1000), ([grid, intervals], index) => {
        intervals.forEach((orders, at) => {
          const kept = JSON.stringify(clear(grid, orders, RULES, index + at));
          expect(kept).toBe(JSON.stringify(clear(afresh(grid), orders, RULES, index + at)));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('goes on rightly after orders that it refused', () => {
    fc.assert(
      fc.property(gridWithOrders, ([grid, [first, second]]) => {
        const clearer = new Clearer(grid);
        const broken = columnsOf(grid, [...first!, ...second!]);
        broken.quantityWh[broken.count - 1] = 0.5;
        if (broken.count > 0) expect(() => clearer.clear(broken, RULES, 0)).toThrow(RangeError);
        const huge = columnsOf(grid, [...first!]);
        huge.quantityWh.fill(2 ** 50);
        huge.limitMicroPerKwh.fill(10 ** 12);
        try {
          clearer.clear(huge, RULES, 0);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        const { welfareNano, feesNano, rentNano } = clearer.clear(columnsOf(grid, second!), RULES, 0);
        expect({ welfareNano, feesNano, rentNano }).toEqual(pick(clear(afresh(grid), second!, RULES, 0)));
      }),
      { numRuns: 150 },
    );
  });

  it('takes orders as they come: nodes get the same, at the same prices, over the same flows', () => {
    fc.assert(
      fc.property(gridWithOrders, fc.nat(1000), ([grid, [orders]], index) => {
        const columns = columnsOf(grid, orders!);
        const clearer = new Clearer(grid);
        const settled = clearer.clear(columns, RULES, index);
        const clearing = clear(afresh(grid), orders!, RULES, index);
        expect(pick(settled)).toEqual(pick(clearing));
        const nodeCount = grid.nodes.length;
        expect([...settled.priceMicroPerKwh.slice(0, nodeCount)]).toEqual(
          clearing.prices.map(({ priceMicroPerKwh }) => priceMicroPerKwh),
        );
        expect([...settled.flowWh.slice(1, nodeCount)]).toEqual(clearing.flows.map(({ flowWh }) => flowWh));
        const got = orders!.map(({ node, side }, at) => ({ node, side, filledWh: settled.filledWh[at]! }));
        expect(totals(got)).toEqual(totals(clearing.fills));
        const filled = settled.filledWh.slice(0, columns.count);
        expect(clearer.fill(columns, RULES, index).filledWh.slice(0, columns.count)).toEqual(filled);
      }),
      { numRuns: 150 },
    );
  });

  it('pairs what it fills, no more and no less', () => {
    fc.assert(
      fc.property(gridWithOrders, fc.nat(1000), ([grid, [orders]], index) => {
        const columns = columnsOf(grid, orders!);
        const { pairs, filledWh } = new Clearer(grid).clear(columns, RULES, index);
        const paired = new Float64Array(columns.count);
        for (let at = 0; at < pairs.count; at++) {
          expect(columns.isBid[pairs.ask[at]!]).toBe(0);
          expect(columns.isBid[pairs.bid[at]!]).toBe(1);
          paired[pairs.ask[at]!]! += pairs.quantityWh[at]!;
          paired[pairs.bid[at]!]! += pairs.quantityWh[at]!;
        }
        expect(paired).toEqual(filledWh.slice(0, columns.count));
      }),
      { numRuns: 150 },
    );
  });
});

function pick({ welfareNano, feesNano, rentNano }: { welfareNano: number; feesNano: number; rentNano: number }) {
  return { welfareNano, feesNano, rentNano };
}

/** Wh by node and side. */
function totals(fills: readonly { node: number; side: string; filledWh: number }[]): Record<string, number> {
  const byNode: Record<string, number> = {};
  for (const { node, side, filledWh } of fills) {
    byNode[`${side}s of ${node}`] = (byNode[`${side}s of ${node}`] ?? 0) + filledWh;
  }
  return byNode;
}
