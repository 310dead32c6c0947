import { ask, bid, gridOf, node, RULES, star } from '../testing/markets';
import { SOLVERS } from '../testing/solvers';
import type { FillReason } from './clearing';
import type { Order } from '../order';
import type { PreparedGrid } from '../grid/grid';

describe.each(SOLVERS)('the reason of a fill, %s', (_, clear) => {
  function reason(grid: PreparedGrid, orders: readonly Order[], orderId: string): FillReason | undefined {
    return clear(grid, orders, RULES, 0).fills.find((fill) => fill.orderId === orderId)?.reason;
  }

  it('is the price for who asked more or offered less', () => {
    const orders = [
      ask('a', 1, 10, 70_000),
      ask('dear', 2, 10, 99_000),
      bid('c', 3, 5, 90_000),
      bid('low', 4, 5, 65_000),
    ];
    expect(reason(star(4), orders, 'c')).toEqual({ code: 'filled' });
    const priceMicroPerKwh = 70_000;
    expect(reason(star(4), orders, 'dear')).toEqual({ code: 'price', limitMicroPerKwh: 99_000, priceMicroPerKwh });
    expect(reason(star(4), orders, 'low')).toEqual({ code: 'price', limitMicroPerKwh: 65_000, priceMicroPerKwh });
  });

  it('is the tie for who shared the marginal price', () => {
    const orders = [ask('a', 1, 10, 70_000), ask('b', 2, 20, 70_000), bid('c', 3, 15, 90_000)];
    expect(reason(star(3), orders, 'b')).toEqual({
      code: 'tie',
      priceMicroPerKwh: 70_000,
      orders: 2,
      filledWh: 15,
      quantityWh: 30,
    });
  });

  it('is the missing other side for who is alone', () => {
    expect(reason(star(1), [ask('a', 1, 10, 70_000)], 'a')).toEqual({ code: 'no-counterpart' });
    expect(reason(star(1), [bid('a', 1, 10, 70_000)], 'a')).toEqual({ code: 'no-counterpart' });
    const rest = [ask('a', 1, 10, 70_000), bid('b', 2, 4, 90_000)];
    expect(reason(star(2), rest, 'a')).toEqual({ code: 'no-counterpart' });
  });

  it('is the full edge that keeps a seller from a buyer, wherever the edge lies', () => {
    const cabinet = gridOf(node(0, null), node(1, 0, { capacityUp: 4 }), node(2, 1), node(3, 0));
    const up = [ask('seller', 2, 10, 70_000), bid('buyer', 3, 10, 90_000)];
    expect(reason(cabinet, up, 'seller')).toEqual({ code: 'capacity', node: 1, capacityWh: 4 });
    expect(reason(cabinet, up, 'buyer')).toEqual({ code: 'capacity', node: 1, capacityWh: 4 });

    const feeder = gridOf(node(0, null), node(1, 0, { capacityDown: 3 }), node(2, 1), node(3, 0));
    const down = [ask('seller', 3, 10, 70_000), bid('buyer', 2, 10, 90_000)];
    expect(reason(feeder, down, 'seller')).toEqual({ code: 'capacity', node: 1, capacityWh: 3 });
    expect(reason(feeder, down, 'buyer')).toEqual({ code: 'capacity', node: 1, capacityWh: 3 });
  });

  it('is the price, not the edge, where fees alone part seller and buyer', () => {
    const grid = gridOf(node(0, null), node(1, 0, { feeUp: 30_000, capacityUp: 5 }), node(2, 0));
    const orders = [ask('a', 1, 10, 70_000), bid('b', 2, 10, 90_000)];
    expect(reason(grid, orders, 'a')?.code).toBe('price');
  });
});
