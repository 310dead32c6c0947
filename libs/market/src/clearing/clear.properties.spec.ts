import fc from 'fast-check';
import { prepareGrid } from '../grid/prepare-grid';
import { canFlow } from '../testing/can-flow';
import { distinctMarkets, grids, largeMarkets, markets } from '../testing/random-markets';
import { SOLVERS } from '../testing/solvers';
import { verify } from '../verification/verify';
import { clear } from './clear';

describe.each(SOLVERS)('every clearing, %s', (name, solve) => {
  const numRuns = name === 'fast' ? 1500 : 300;

  it.each([
    ['with fees', markets()],
    ['without fees, so that zones tie', markets(grids(10, false))],
    ['of gigawatt-hours and millions of francs', largeMarkets()],
  ])('is accepted by the independent check, %s', (_, some) => {
    fc.assert(
      fc.property(some, ({ grid, orders, rules, intervalIndex }) => {
        const clearing = solve(grid, orders, rules, intervalIndex);
        expect(verify(grid, orders, clearing, rules, intervalIndex)).toEqual({ ok: true });
      }),
      { numRuns },
    );
  });

  it('balances energy and money to the nano-franc and honours every limit', () => {
    fc.assert(
      fc.property(markets(), ({ grid, orders, rules, intervalIndex }) => {
        const { fills, trades, ownUse, feesNano, rentNano } = solve(grid, orders, rules, intervalIndex);
        const byId = new Map(orders.map((order) => [order.id, order]));
        const filledOf = (side: string) =>
          fills.filter((fill) => fill.side === side).reduce((sum, { filledWh }) => sum + filledWh, 0);
        expect(filledOf('ask')).toBe(filledOf('bid'));
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
        expect(pairedWh).toBe(filledOf('ask'));
      }),
      { numRuns: numRuns / 5 },
    );
  });

  it('is the same, to the byte, in whatever order orders and nodes come, and when it is made again', () => {
    const shuffled = markets().chain((market) =>
      fc.tuple(
        fc.constant(market),
        fc.shuffledSubarray([...market.orders], { minLength: market.orders.length }),
        fc.shuffledSubarray([...market.grid.nodes], { minLength: market.grid.nodes.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([{ grid, orders, rules, intervalIndex }, others, nodes]) => {
        const prepared = prepareGrid({ nodes });
        if (!prepared.ok) throw new Error(prepared.error.message);
        const one = JSON.stringify(solve(grid, orders, rules, intervalIndex));
        expect(JSON.stringify(solve(prepared.grid, others, rules, intervalIndex))).toBe(one);
        expect(JSON.stringify(solve(grid, orders, rules, intervalIndex))).toBe(one);
      }),
      { numRuns: numRuns / 5 },
    );
  });

  it('gives nobody a fill that another price rule would change', () => {
    fc.assert(
      fc.property(markets(), fc.constantFrom(0, 0.3, 1), ({ grid, orders, rules, intervalIndex }, k) => {
        const one = solve(grid, orders, rules, intervalIndex);
        const other = solve(grid, orders, { ...rules, pricing: 'midpoint', k }, intervalIndex);
        expect(other.fills.map(({ filledWh }) => filledWh)).toEqual(one.fills.map(({ filledWh }) => filledWh));
        expect(other.welfareNano).toBe(one.welfareNano);
      }),
      { numRuns: numRuns / 10 },
    );
  });

  it('has one price where no fee and no full edge lies between', () => {
    fc.assert(
      fc.property(markets(grids(9, false)), ({ grid, orders, rules, intervalIndex }) => {
        const { prices, flows } = solve(grid, orders, rules, intervalIndex);
        const price = new Map(prices.map((entry) => [entry.node, entry.priceMicroPerKwh]));
        const flow = new Map(flows.map((entry) => [entry.node, entry.flowWh]));
        for (const { id, parent, capacityUp, capacityDown } of grid.nodes) {
          if (parent === null || flow.get(id) === capacityUp || -flow.get(id)! === capacityDown) continue;
          expect(price.get(id)).toBe(price.get(parent));
        }
      }),
      { numRuns: numRuns / 5 },
    );
  });
});

describe('naive and fast', () => {
  it('agree in every figure where nothing ties', () => {
    let trading = 0;
    fc.assert(
      fc.property(distinctMarkets(), ({ grid, orders, rules, intervalIndex }) => {
        const fast = clear(grid, orders, rules, intervalIndex);
        expect(fast).toEqual(SOLVERS[0]![1](grid, orders, rules, intervalIndex));
        if (fast.trades.length > 0) trading++;
      }),
      { numRuns: 500 },
    );
    expect(trading).toBeGreaterThan(150);
  });

  it('agree in welfare everywhere', () => {
    fc.assert(
      fc.property(fc.oneof(markets(), largeMarkets()), ({ grid, orders, rules, intervalIndex }) => {
        const naive = SOLVERS[0]![1](grid, orders, rules, intervalIndex);
        expect(clear(grid, orders, rules, intervalIndex).welfareNano).toBe(naive.welfareNano);
      }),
      { numRuns: 500 },
    );
  });
});

describe('identical households', () => {
  it('differ by more than 1 Wh only where a full edge keeps them apart', () => {
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
      { numRuns: 1500 },
    );
  });
});
