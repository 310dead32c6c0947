import { clear } from '../clearing/clear';
import type { Clearing, Fill, Trade } from '../clearing/clearing';
import { ask, bid, gridOf, node, RULES } from '../testing/markets';
import type { FailureCode } from './failures';
import { verify } from './verify';

const grid = gridOf(
  node(0, null),
  node(1, 0, { feeUp: 100, feeDown: 200, capacityUp: 6, capacityDown: 50, lengthM: 20 }),
  node(2, 1, { lengthM: 5 }),
  node(3, 0, { lengthM: 7, feeDown: 50 }),
  node(4, 0, { feeUp: 10_000 }),
);
const orders = [
  ask('a', 2, 10, 70_000),
  bid('own', 2, 2, 95_000),
  bid('b', 3, 10, 90_000),
  ask('c', 3, 3, 80_000),
  ask('d', 4, 5, 89_000),
];
const good = clear(grid, orders, RULES, 0);

function codes(clearing: Clearing): Set<FailureCode> {
  const answer = verify(grid, orders, clearing, RULES, 0);
  return new Set(answer.ok ? [] : answer.failures.map(({ code }) => code));
}

const withFill = (orderId: string, change: Partial<Fill>): Clearing => ({
  ...good,
  fills: good.fills.map((fill) => (fill.orderId === orderId ? { ...fill, ...change } : fill)),
});
const withTrade = (change: Partial<Trade>): Clearing => ({
  ...good,
  trades: good.trades.map((trade, at) => (at === 0 ? { ...trade, ...change } : trade)),
});
const withPrice = (at: number, by: number): Clearing => ({
  ...good,
  prices: good.prices.map((entry) =>
    entry.node === at ? { ...entry, priceMicroPerKwh: entry.priceMicroPerKwh + by } : entry,
  ),
});
const withFlow = (at: number, flowWh: number): Clearing => ({
  ...good,
  flows: good.flows.map((entry) => (entry.node === at ? { ...entry, flowWh } : entry)),
});

describe('verification', () => {
  it('accepts the clearing as it is, which has trades, own use, fees and rent', () => {
    expect(codes(good)).toEqual(new Set());
    expect(good.trades.length).toBeGreaterThan(0);
    expect(good.ownUse.length).toBeGreaterThan(0);
    expect(good.rentNano).toBeGreaterThan(0);
    expect(good.feesNano).toBeGreaterThan(0);
  });

  it.each<[string, Clearing, FailureCode]>([
    ['a fill less', { ...good, fills: good.fills.slice(1) }, 'incomplete'],
    ['a fill twice', { ...good, fills: [...good.fills, good.fills[0]!] }, 'incomplete'],
    ['a fill of nobody', withFill('a', { orderId: 'x' }), 'incomplete'],
    ['a fill at another node', withFill('a', { node: 3 }), 'incomplete'],
    ['a fill of the other side', withFill('a', { side: 'bid' }), 'incomplete'],
    ['more filled than offered', withFill('c', { filledWh: 4 }), 'quantity'],
    ['a negative fill', withFill('c', { filledWh: -1 }), 'quantity'],
    ['a broken fill', withFill('c', { filledWh: 0.5 }), 'quantity'],
    ['a Wh less sold', withFill('a', { filledWh: good.fills.find((f) => f.orderId === 'a')!.filledWh - 1 }), 'balance'],
    ['a flow less', { ...good, flows: good.flows.slice(1) }, 'incomplete'],
    ['a flow of the root', { ...good, flows: [...good.flows, { node: 0, flowWh: 0 }] }, 'incomplete'],
    ['a flow that is no number', withFlow(1, Number.NaN), 'quantity'],
    ['a flow beyond capacity', withFlow(1, 7), 'capacity'],
    ['a flow that does not balance', withFlow(2, 5), 'balance'],
    ['a price less', { ...good, prices: good.prices.slice(1) }, 'incomplete'],
    ['a price below an accepted ask', withPrice(2, -1), 'price-fill'],
    ['a price off by one along an edge', withPrice(0, 1), 'price-edge'],
    ['a price off by one along an edge downward', withPrice(0, -1), 'price-edge'],
    ['a welfare off by one', { ...good, welfareNano: good.welfareNano + 1 }, 'welfare'],
    ['a trade less', { ...good, trades: good.trades.slice(1) }, 'pairs'],
    ['a trade twice', { ...good, trades: [...good.trades, good.trades[0]!] }, 'pairs'],
    ['a trade of a Wh less', withTrade({ quantityWh: good.trades[0]!.quantityWh - 1 }), 'pairs'],
    ['a trade with another buyer', withTrade({ buyer: 0 }), 'pairs'],
    ['own use left out', { ...good, ownUse: [] }, 'pairs'],
    ['a seller paid too little', withTrade({ sellerPriceMicroPerKwh: 69_999 }), 'money'],
    ['a buyer charged too much', withTrade({ buyerPriceMicroPerKwh: 90_001 }), 'money'],
    ['a fee off by one', withTrade({ feeNano: good.trades[0]!.feeNano + 1 }), 'money'],
    ['a rent off by one', withTrade({ rentNano: good.trades[0]!.rentNano + 1 }), 'money'],
    ['a distance off', withTrade({ distanceM: good.trades[0]!.distanceM + 0.001 }), 'money'],
    ['fees in total off by one', { ...good, feesNano: good.feesNano + 1 }, 'money'],
    ['rent in total off by one', { ...good, rentNano: good.rentNano - 1 }, 'money'],
  ])('rejects %s', (_, clearing, code) => {
    expect(codes(clearing)).toContain(code);
  });

  it('rejects a clearing that is feasible and settles but has less welfare than possible', () => {
    const fewer = orders.map((order) => (order.id === 'a' ? { ...order, quantityWh: 7 } : order));
    const less = clear(grid, fewer, RULES, 0);
    expect(verify(grid, orders, less, RULES, 0)).toMatchObject({ ok: false });
  });

  it('rejects pairs that send energy both ways over one edge', () => {
    const two = gridOf(node(0, null), node(1, 0), node(2, 1), node(3, 1), node(4, 0), node(5, 0));
    const crossing = [ask('a', 2, 5, 1), bid('b', 3, 5, 9), ask('c', 4, 5, 1), bid('d', 5, 5, 9)];
    const clearing = clear(two, crossing, RULES, 0);
    const swap: Record<string, { buyer: number; buyOrder: string }> = {
      a: { buyer: 5, buyOrder: 'd' },
      c: { buyer: 3, buyOrder: 'b' },
    };
    const crossed = clearing.trades.map((trade) => ({ ...trade, ...swap[trade.sellOrder] }));
    const answer = verify(two, crossing, { ...clearing, trades: crossed }, RULES, 0);
    expect(answer.ok ? [] : answer.failures.map(({ code }) => code)).toContain('pairs-flow');
  });

  it('rejects a node that sells to one neighbour and buys from another instead of serving itself', () => {
    const two = gridOf(node(0, null), node(1, 0), node(2, 0));
    const list = [ask('a', 0, 5, 1), bid('b', 0, 5, 9), bid('c', 1, 5, 9), ask('d', 2, 5, 1)];
    const clearing = clear(two, list, RULES, 0);
    const [trade] = clearing.trades;
    expect(trade).toMatchObject({ seller: 2, buyer: 1 });
    const through: Trade[] = [
      { ...trade!, seller: 0, sellOrder: 'a' },
      { ...trade!, buyer: 0, buyOrder: 'b' },
    ];
    const answer = verify(two, list, { ...clearing, trades: through, ownUse: [] }, RULES, 0);
    expect(answer.ok ? [] : answer.failures.map(({ code }) => code)).toEqual(['pairs-order']);
  });

  it('rejects prices that prove the optimum but are not those of the rules', () => {
    const alone = gridOf(node(0, null), node(1, 0, { capacityUp: 0, capacityDown: 0 }));
    const list = [ask('a', 0, 5, 70_000)];
    const clearing = clear(alone, list, RULES, 0);
    const prices = clearing.prices.with(1, { node: 1, priceMicroPerKwh: 110_001 });
    const answer = verify(alone, list, { ...clearing, prices }, RULES, 0);
    expect(answer.ok ? [] : answer.failures.map(({ code }) => code)).toEqual(['price-rule']);
  });

  it('rejects the remainder given to somebody whose turn it is not', () => {
    const three = gridOf(...[0, 1, 2, 3].map((id) => node(id, id === 0 ? null : 0)));
    const list = [1, 2, 3].map((at) => ask(`a${at}`, at, 9, 70_000));
    const all = [...list, bid('b', 0, 10, 90_000)];
    const clearing = clear(three, all, RULES, 7);
    expect(verify(three, all, clearing, RULES, 10)).toEqual({ ok: true });
    const answer = verify(three, all, clearing, RULES, 8);
    expect(answer.ok ? [] : answer.failures.map(({ code }) => code)).toEqual(['tie']);
  });

  it('rejects pairs that add up but are not made nearest first', () => {
    const street = gridOf(
      node(0, null),
      node(1, 0, { lengthM: 10 }),
      node(2, 0, { lengthM: 20 }),
      node(3, 0),
      node(4, 0),
    );
    const list = [ask('near', 1, 5, 1), ask('far', 2, 5, 1), bid('b', 3, 5, 9), bid('c', 4, 5, 9)];
    const clearing = clear(street, list, RULES, 0);
    const [one, other] = clearing.trades;
    const swapped: Trade[] = [
      { ...one!, buyer: other!.buyer, buyOrder: other!.buyOrder },
      { ...other!, buyer: one!.buyer, buyOrder: one!.buyOrder },
    ];
    for (const trades of [swapped, swapped.toReversed(), clearing.trades.toReversed()]) {
      const answer = verify(street, list, { ...clearing, trades }, RULES, 0);
      expect(answer.ok ? [] : answer.failures.map(({ code }) => code)).toEqual(['pairs-order']);
    }
  });

  it('rejects an order passed over at a near meeting and served at a far one', () => {
    const cabinet = gridOf(
      node(0, null),
      node(1, 0, { lengthM: 9 }),
      node(2, 1),
      node(3, 1, { lengthM: 5 }),
      node(4, 1),
      node(5, 0),
    );
    const list = [ask('near', 2, 5, 1), ask('far', 3, 5, 1), bid('b', 4, 5, 9), bid('c', 5, 5, 9)];
    const clearing = clear(cabinet, list, RULES, 0);
    expect(clearing.trades.map(({ sellOrder, buyOrder }) => sellOrder + buyOrder)).toEqual(['nearb', 'farc']);
    const [one, other] = clearing.trades;
    const passed: Trade[] = [
      { ...one!, seller: 3, sellOrder: 'far', distanceM: one!.distanceM + 5 },
      { ...other!, seller: 2, sellOrder: 'near', distanceM: other!.distanceM - 5 },
    ];
    const answer = verify(cabinet, list, { ...clearing, trades: passed }, RULES, 0);
    expect(answer.ok ? [] : answer.failures.map(({ code }) => code)).toEqual(['pairs-order']);
  });

  it('rejects a reason that is not the reason', () => {
    expect(codes(withFill('c', { reason: { code: 'no-counterpart' } }))).toContain('reason');
  });
});
