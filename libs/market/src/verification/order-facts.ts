import type { Fill } from '../clearing/clearing';
import type { Order } from '../order';
import type { Failures } from './failures';
import type { Survey } from './survey';

/** Orders and their fills as columns, by the order's place in the list of fills. */
export interface OrderFacts {
  readonly fills: readonly Fill[];
  /** Place of every order by its id. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Number of the node. Never falls from one place to the next. */
  readonly node: Int32Array;
  readonly isBid: Uint8Array;
  readonly quantity: Float64Array;
  readonly limit: Float64Array;
  readonly filled: Float64Array;
}

/** Lines the fills up with the orders; null when they do not belong together. */
export function readOrders(
  survey: Survey,
  orders: readonly Order[],
  fills: readonly Fill[],
  failures: Failures,
): OrderFacts | null {
  const count = orders.length;
  if (fills.length !== count) {
    failures.add({ code: 'incomplete', message: `${count} orders have ${fills.length} fills` });
    return null;
  }
  const placeOf = new Map<string, number>();
  for (let place = 0; place < count; place++) placeOf.set(fills[place]!.orderId, place);
  const facts: OrderFacts = {
    fills,
    placeOf,
    node: new Int32Array(count).fill(-1),
    isBid: new Uint8Array(count),
    quantity: new Float64Array(count),
    limit: new Float64Array(count),
    filled: new Float64Array(count),
  };
  // As many places as fills and every order at one of its own: then nothing is missing, unknown or there twice.
  if (placeOf.size !== count) failures.add({ code: 'incomplete', message: 'an order has two fills' });
  for (const order of orders) readOrder(survey, order, facts, failures);
  if (failures.list.length > 0) return null;
  checkSequence(facts, failures);
  return facts;
}

function readOrder(survey: Survey, order: Order, facts: OrderFacts, failures: Failures): void {
  const { id, side, quantityWh, limitMicroPerKwh } = order;
  const place = facts.placeOf.get(id) ?? -1;
  const node = survey.numberOf.get(order.node) ?? -1;
  const fill = facts.fills[place];
  if (fill === undefined || node < 0 || facts.node[place]! >= 0 || fill.node !== order.node || fill.side !== side) {
    const message = `order ${id}: no fill of its own at its node and side`;
    failures.add({ code: 'incomplete', orderId: id, message });
    return;
  }
  const isWhole = Number.isSafeInteger(fill.filledWh) && Number.isSafeInteger(quantityWh);
  if (!isWhole || fill.filledWh < 0 || fill.filledWh > quantityWh || !Number.isSafeInteger(limitMicroPerKwh)) {
    const message = `order ${id}: filled ${fill.filledWh} of ${quantityWh} Wh, limit ${limitMicroPerKwh} µCHF/kWh`;
    failures.add({ code: 'quantity', orderId: id, message });
  }
  facts.node[place] = node;
  facts.isBid[place] = side === 'bid' ? 1 : 0;
  facts.quantity[place] = quantityWh;
  facts.limit[place] = limitMicroPerKwh;
  facts.filled[place] = fill.filledWh;
}

/** Fills are listed by node number, asks first, then by limit and id. */
function checkSequence({ fills, node, isBid, limit }: OrderFacts, failures: Failures): void {
  for (let place = 1; place < fills.length; place++) {
    const step =
      node[place]! - node[place - 1]! || isBid[place]! - isBid[place - 1]! || limit[place]! - limit[place - 1]!;
    const { orderId } = fills[place]!;
    if (step > 0 || (step === 0 && orderId > fills[place - 1]!.orderId)) continue;
    failures.add({ code: 'incomplete', orderId, message: `the fill of order ${orderId} is out of its place` });
  }
}
