import fc from 'fast-check';
import type { PreparedGrid } from '../grid/grid';
import { grids, markets, star } from '../testing/markets';
import { verify } from '../verification/verify';
import { clear } from './clear';
import type { Clearing } from './clearing';

/** Whether one more Wh fits on the way from one node to another. */
function canFlow(grid: PreparedGrid, { flows }: Clearing, from: number, to: number): boolean {
  const flow = new Map(flows.map(({ node, flowWh }) => [node, flowWh]));
  const toRoot = (id: number) => {
    const path = [];
    for (
      let at = grid.nodes[grid.indexOf.get(id)!]!;
      at.parent !== null;
      at = grid.nodes[grid.indexOf.get(at.parent)!]!
    ) {
      path.push(at);
    }
    return path;
  };
  const up = toRoot(from);
  const down = toRoot(to);
  const fitsUp = up.every((edge) => down.includes(edge) || flow.get(edge.id)! < (edge.capacityUp ?? Infinity));
  return fitsUp && down.every((edge) => up.includes(edge) || -flow.get(edge.id)! < (edge.capacityDown ?? Infinity));
}

describe('every clearing', () => {
  it.each([
    ['with fees', grids()],
    ['without fees, so that zones share across edges', grids(10, false)],
  ])('is accepted by the independent check, %s', (_, trees) => {
    fc.assert(
      fc.property(markets(trees), ({ grid, orders, rules, intervalIndex }) => {
        const clearing = clear(grid, orders, rules, intervalIndex);
        expect(verify(grid, orders, clearing, rules, intervalIndex)).toEqual({ ok: true });
      }),
      { numRuns: 3000 },
    );
  });

  it('balances energy and money to the nano-franc and honours every limit', () => {
    fc.assert(
      fc.property(markets(), ({ grid, orders, rules, intervalIndex }) => {
        const { fills, trades, ownUse, feesNano, rentNano } = clear(grid, orders, rules, intervalIndex);
        const byId = new Map(orders.map((order) => [order.id, order]));
        let soldWh = 0;
        let boughtWh = 0;
        for (const { side, filledWh } of fills) {
          if (side === 'ask') soldWh += filledWh;
          else boughtWh += filledWh;
        }
        expect(soldWh).toBe(boughtWh);
        let paid = 0n;
        let received = 0n;
        for (const trade of trades) {
          paid += BigInt(trade.quantityWh) * BigInt(trade.buyerPriceMicroPerKwh);
          received += BigInt(trade.quantityWh) * BigInt(trade.sellerPriceMicroPerKwh);
          expect(trade.sellerPriceMicroPerKwh).toBeGreaterThanOrEqual(byId.get(trade.sellOrder)!.limitMicroPerKwh);
          expect(trade.buyerPriceMicroPerKwh).toBeLessThanOrEqual(byId.get(trade.buyOrder)!.limitMicroPerKwh);
          expect(trade.rentNano).toBeGreaterThanOrEqual(0);
        }
        expect(paid).toBe(received + BigInt(feesNano) + BigInt(rentNano));
        const pairedWh = [...trades, ...ownUse].reduce((sum, { quantityWh }) => sum + quantityWh, 0);
        expect(pairedWh).toBe(soldWh);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same, to the byte, in whatever order orders and nodes come', () => {
    const shuffled = markets().chain((market) =>
      fc.tuple(fc.constant(market), fc.shuffledSubarray([...market.orders], { minLength: market.orders.length })),
    );
    fc.assert(
      fc.property(shuffled, ([{ grid, orders, rules, intervalIndex }, others]) => {
        const one = clear(grid, orders, rules, intervalIndex);
        const other = clear(grid, others, rules, intervalIndex);
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
      { numRuns: 500 },
    );
  });

  it('gives nobody a fill that another price rule would change', () => {
    fc.assert(
      fc.property(markets(), fc.constantFrom(0, 0.3, 1), ({ grid, orders, rules, intervalIndex }, k) => {
        const one = clear(grid, orders, rules, intervalIndex);
        const other = clear(grid, orders, { ...rules, pricing: 'midpoint', k }, intervalIndex);
        expect(other.fills.map(({ filledWh }) => filledWh)).toEqual(one.fills.map(({ filledWh }) => filledWh));
        expect(other.welfareNano).toBe(one.welfareNano);
      }),
      { numRuns: 300 },
    );
  });

  it('gives identical households of one zone the same within 1 Wh', () => {
    fc.assert(
      fc.property(markets(fc.nat(7).map((count) => star(count + 1))), ({ grid, orders, rules, intervalIndex }) => {
        const single = [...new Map(orders.map((order) => [order.node, order])).values()];
        const { fills } = clear(grid, single, rules, intervalIndex);
        const filled = new Map(fills.map(({ orderId, filledWh }) => [orderId, filledWh]));
        for (const a of single) {
          for (const b of single) {
            const isAlike = a.side === b.side && a.limitMicroPerKwh === b.limitMicroPerKwh;
            if (!isAlike || a.quantityWh !== b.quantityWh) continue;
            expect(Math.abs(filled.get(a.id)! - filled.get(b.id)!)).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('lets identical households differ by more than 1 Wh only where a full edge keeps them apart', () => {
    fc.assert(
      fc.property(markets(grids(9, false)), ({ grid, orders, rules, intervalIndex }) => {
        const single = [...new Map(orders.map((order) => [order.node, order])).values()];
        const clearing = clear(grid, single, rules, intervalIndex);
        const filled = new Map(clearing.fills.map(({ orderId, filledWh }) => [orderId, filledWh]));
        for (const more of single) {
          for (const less of single) {
            const isAlike = more.side === less.side && more.limitMicroPerKwh === less.limitMicroPerKwh;
            const isSame = isAlike && more.quantityWh === less.quantityWh;
            if (!isSame || filled.get(more.id)! - filled.get(less.id)! <= 1) continue;
            // One Wh sold less here and more there is one Wh more from there to here.
            const [from, to] = more.side === 'ask' ? [less.node, more.node] : [more.node, less.node];
            expect(canFlow(grid, clearing, from, to)).toBe(false);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('has one price where no fee and no full edge lies between', () => {
    fc.assert(
      fc.property(markets(grids(9, false)), ({ grid, orders, rules, intervalIndex }) => {
        const { prices, flows } = clear(grid, orders, rules, intervalIndex);
        const price = new Map(prices.map((entry) => [entry.node, entry.priceMicroPerKwh]));
        const flow = new Map(flows.map((entry) => [entry.node, entry.flowWh]));
        for (const { id, parent, capacityUp, capacityDown } of grid.nodes) {
          if (parent === null || flow.get(id) === capacityUp || -flow.get(id)! === capacityDown) continue;
          expect(price.get(id)).toBe(price.get(parent));
        }
      }),
      { numRuns: 500 },
    );
  });
});
