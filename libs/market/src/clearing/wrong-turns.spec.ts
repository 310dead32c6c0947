import { ask, bid, RULES, star } from '../testing/markets';
import { SOLVERS } from '../testing/solvers';
import { verify } from '../verification/verify';
import type { Order } from '../order';
import type { PreparedGrid } from '../grid/grid';

describe.each(SOLVERS)('wrong turns of other engines, %s', (_, clear) => {
  function cleared(grid: PreparedGrid, ...orders: Order[]) {
    const clearing = clear(grid, orders, RULES, 0);
    expect(verify(grid, orders, clearing, RULES, 0)).toEqual({ ok: true });
    const filled = Object.fromEntries(clearing.fills.map(({ orderId, filledWh }) => [orderId, filledWh]));
    return { ...clearing, filled };
  }

  it('sells the cheapest offers first, not the dearest', () => {
    const { filled, welfareNano } = cleared(
      star(4),
      ask('cheap', 1, 10, 70_000),
      ask('dear', 2, 10, 140_000),
      bid('high', 3, 10, 150_000),
      bid('low', 4, 10, 80_000),
    );
    // Dearest first would fill both pairs, 20 Wh, for a welfare of only 10 · (10 000 + 10 000).
    expect(filled).toEqual({ cheap: 10, dear: 0, high: 10, low: 0 });
    expect(welfareNano).toBe(800_000);
  });

  it('fills the marginal order in part', () => {
    const { filled, trades } = cleared(
      star(3),
      ask('a', 1, 10, 70_000),
      ask('b', 2, 10, 90_000),
      bid('c', 3, 14, 99_000),
    );
    expect(filled).toEqual({ a: 10, b: 4, c: 14 });
    expect(trades.map(({ buyerPriceMicroPerKwh }) => buyerPriceMicroPerKwh)).toEqual([90_000, 90_000]);
  });

  it('trades when the marginal bid equals the marginal ask', () => {
    const { filled, trades } = cleared(star(2), ask('a', 1, 10, 90_000), bid('b', 2, 10, 90_000));
    expect(filled).toEqual({ a: 10, b: 10 });
    expect(trades).toMatchObject([{ quantityWh: 10, sellerPriceMicroPerKwh: 90_000, buyerPriceMicroPerKwh: 90_000 }]);
  });

  it('has no residue that could set a price: 0.1 + 0.2 kWh meet 0.3 kWh exactly', () => {
    const orders = [ask('a', 1, 100, 70_000), ask('b', 2, 200, 80_000), ask('c', 3, 1000, 99_000)];
    const { filled, prices } = cleared(star(4), ...orders, bid('d', 4, 300, 90_000));
    expect(filled).toEqual({ a: 100, b: 200, c: 0, d: 300 });
    expect(new Set(prices.map(({ priceMicroPerKwh }) => priceMicroPerKwh))).toEqual(new Set([85_000]));
  });

  it('keeps two orders of one household at one price apart', () => {
    const { filled } = cleared(star(2), ask('a', 1, 5, 70_000), ask('b', 1, 5, 70_000), bid('c', 2, 10, 90_000));
    expect(filled).toEqual({ a: 5, b: 5, c: 10 });
  });

  it('never sells more than was offered, own use included', () => {
    const { filled, ownUse, trades } = cleared(
      star(2),
      ask('a', 1, 10, 70_000),
      bid('own', 1, 6, 90_000),
      bid('b', 2, 6, 90_000),
    );
    expect(filled).toEqual({ a: 10, own: 5, b: 5 });
    expect(ownUse).toEqual([{ node: 1, sellOrder: 'a', buyOrder: 'own', quantityWh: 5 }]);
    expect(trades).toMatchObject([{ seller: 1, buyer: 2, quantityWh: 5 }]);
  });

  it('charges every buyer the price of its own node, not the last seller met', () => {
    const { trades } = cleared(star(3), ask('a', 1, 10, 70_000), ask('b', 2, 10, 80_000), bid('c', 3, 20, 90_000));
    expect(trades.map(({ buyerPriceMicroPerKwh }) => buyerPriceMicroPerKwh)).toEqual([85_000, 85_000]);
  });

  it('takes no longer for a gigawatt-hour than for a watt-hour', () => {
    const { filled } = cleared(star(2), ask('a', 1, 1_000_000_000, 70), bid('b', 2, 999_999_999, 90));
    expect(filled).toEqual({ a: 999_999_999, b: 999_999_999 });
  });
});
