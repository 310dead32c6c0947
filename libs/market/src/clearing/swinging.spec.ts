import type { Order } from '../order';
import { ask, bid, gridOf, node, RULES } from '../testing/markets';
import { verify } from '../verification/verify';
import { clear } from './clear';

const DEPTH = 40;
const SMALL = 300;

/** A chain with fees: many small orders at its end, and large asks and bids by turns toward the root. */
function swinging(): Order[] {
  const orders: Order[] = [];
  for (let at = 0; at < SMALL; at++) {
    const make = at % 3 === 0 ? bid : ask;
    orders.push(make(`small${at}`, DEPTH - (at % 7), 1 + (at % 10), 100_000 + ((at * 7919) % 20_000)));
  }
  for (let at = 1; at <= DEPTH; at++) {
    const isBid = at % 2 === 0;
    orders.push(isBid ? bid(`large${at}`, at, 3_500, 150_000) : ask(`large${at}`, at, 3_500, 70_000));
  }
  return orders;
}

describe('small orders that change sides at every zone of a chain', () => {
  const edge = { feeUp: 3, feeDown: 2 };
  const chain = Array.from({ length: DEPTH }, (_, at) => node(at + 1, at, edge));

  it.each([
    ['without limits', gridOf(node(0, null), ...chain)],
    [
      'over tight lines',
      gridOf(node(0, null), ...chain.map((one) => ({ ...one, capacityUp: 400, capacityDown: 900 }))),
    ],
  ])('are cleared for the greatest welfare, %s', (_, grid) => {
    const orders = swinging();
    const clearing = clear(grid, orders, RULES, 0);
    expect(verify(grid, orders, clearing, RULES, 0)).toEqual({ ok: true });
    expect(clearing.trades.length).toBeGreaterThan(DEPTH / 2);
  });
});
