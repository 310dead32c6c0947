import type { Fill } from '../clearing/clearing';
import type { Order } from '../order';
import type { Failures } from './failures';
import type { Memory } from './memory';
import type { Survey } from './survey';

/** Orders and their fills as columns, by the order's place in the list of fills. */
export interface OrderFacts {
  readonly fills: readonly Fill[];
  /** Number of the node. Never falls from one place to the next. */
  readonly node: Int32Array;
  /** Places of node n: `[first[n], first[n + 1])`. */
  readonly first: Int32Array;
  readonly isBid: Int32Array;
  readonly quantity: Float64Array;
  readonly limit: Float64Array;
  readonly filled: Float64Array;
}

/** Lines the fills up with the orders; null when they do not belong together. */
export function readOrders(
  survey: Survey,
  orders: readonly Order[],
  fills: readonly Fill[],
  memory: Memory,
  failures: Failures,
): OrderFacts | null {
  const count = orders.length;
  const before = failures.list.length;
  const facts: OrderFacts = {
    fills,
    node: memory.integers(count),
    first: memory.integers(survey.id.length + 1),
    isBid: memory.integers(count),
    quantity: memory.numbers(count),
    limit: memory.numbers(count),
    filled: memory.numbers(count).fill(-1), // until an order is found for the fill
  };
  if (fills.length !== count) {
    failures.add({ code: 'incomplete', message: `${count} orders have ${fills.length} fills` });
    return null;
  }
  if (!readNodes(survey, facts, failures)) return null;
  const byNode = ordersByNode(survey, orders, facts, memory, failures);
  if (byNode === null) return null;
  for (let node = 0; node < survey.id.length; node++) matchNode(orders, byNode, node, facts, failures);
  if (failures.list.length > before) return null;
  checkSequence(facts, failures);
  return facts;
}

/** Node numbers of the fills: they come by number, so the next one is the same or further on. */
function readNodes({ id }: Survey, { fills, node, first }: OrderFacts, failures: Failures): boolean {
  let number = 0;
  for (let place = 0; place < fills.length; place++) {
    const fill = fills[place]!;
    while (number < id.length && id[number] !== fill.node) first[++number] = place;
    if (number === id.length) {
      const message = `the fill of order ${fill.orderId} at node ${fill.node} is out of its place`;
      failures.add({ code: 'incomplete', orderId: fill.orderId, message });
      return false;
    }
    node[place] = number;
  }
  while (number < id.length) first[++number] = fills.length;
  return true;
}

/** Positions of the orders by node, in as many places as there are fills of the node. */
function ordersByNode(
  survey: Survey,
  orders: readonly Order[],
  { first }: OrderFacts,
  memory: Memory,
  failures: Failures,
): Int32Array | null {
  const byNode = memory.integers(orders.length);
  const next = memory.integers(first.length);
  next.set(first);
  for (let at = 0; at < orders.length; at++) {
    const { id, node } = orders[at]!;
    const number = survey.numberOf.get(node) ?? -1;
    if (number < 0 || next[number] === first[number + 1]) {
      failures.add({ code: 'incomplete', orderId: id, message: `order ${id}: no fill of its own at its node` });
      return null;
    }
    byNode[next[number]!++] = at;
  }
  return byNode;
}

/** Up to so many fills a fill is found faster by looking at one after the other. */
const MOST_TO_SCAN = 16;

/** Finds every order of a node its fill; when all have one of their own, none is left over. */
function matchNode(
  orders: readonly Order[],
  byNode: Int32Array,
  node: number,
  facts: OrderFacts,
  failures: Failures,
): void {
  const { fills, first } = facts;
  const from = first[node]!;
  const to = first[node + 1]!;
  if (to - from > MOST_TO_SCAN) {
    const placeOf = new Map<string, number>();
    for (let place = from; place < to; place++) placeOf.set(fills[place]!.orderId, place);
    for (let at = from; at < to; at++) {
      const order = orders[byNode[at]!]!;
      readOrder(order, placeOf.get(order.id) ?? -1, facts, failures);
    }
    return;
  }
  for (let at = from; at < to; at++) {
    const order = orders[byNode[at]!]!;
    let place = from;
    while (place < to && fills[place]!.orderId !== order.id) place++;
    readOrder(order, place < to ? place : -1, facts, failures);
  }
}

function readOrder(order: Order, place: number, facts: OrderFacts, failures: Failures): void {
  const { id, side, quantityWh, limitMicroPerKwh } = order;
  const fill = facts.fills[place];
  if (fill === undefined || facts.filled[place]! >= 0 || fill.side !== side) {
    const message = `order ${id}: no fill of its own at its node and side`;
    failures.add({ code: 'incomplete', orderId: id, message });
    return;
  }
  const isWhole = Number.isSafeInteger(fill.filledWh) && Number.isSafeInteger(quantityWh);
  if (!isWhole || fill.filledWh < 0 || fill.filledWh > quantityWh || !Number.isSafeInteger(limitMicroPerKwh)) {
    const message = `order ${id}: filled ${fill.filledWh} of ${quantityWh} Wh, limit ${limitMicroPerKwh} µCHF/kWh`;
    failures.add({ code: 'quantity', orderId: id, message });
  }
  facts.isBid[place] = side === 'bid' ? 1 : 0;
  facts.quantity[place] = quantityWh;
  facts.limit[place] = limitMicroPerKwh;
  facts.filled[place] = fill.filledWh;
}

/** At one node fills are listed asks first, then by limit and id. */
function checkSequence({ fills, node, isBid, limit }: OrderFacts, failures: Failures): void {
  for (let place = 1; place < fills.length; place++) {
    const step =
      node[place]! - node[place - 1]! || isBid[place]! - isBid[place - 1]! || limit[place]! - limit[place - 1]!;
    if (step > 0) continue;
    const { orderId } = fills[place]!;
    if (step === 0 && orderId > fills[place - 1]!.orderId) continue;
    failures.add({ code: 'incomplete', orderId, message: `the fill of order ${orderId} is out of its place` });
  }
}
