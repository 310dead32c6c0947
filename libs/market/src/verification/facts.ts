import type { Clearing } from '../clearing/clearing';
import type { PreparedGrid } from '../grid/grid';
import type { Order } from '../order';
import type { Failures } from './failures';
import type { Memory } from './memory';
import { readOrders, type OrderFacts } from './order-facts';
import { surveyOf, type Survey } from './survey';

/** A clearing's statements as columns, ready to be checked against each other. */
export interface Facts extends OrderFacts {
  readonly survey: Survey;
  /** For columns that the checks need. */
  readonly memory: Memory;
  /** Wh by node number, positive toward the root; 0 at the root. */
  readonly flow: Float64Array;
  /** µCHF/kWh by node number. */
  readonly price: Float64Array;
}

/**
 * Lines a clearing up with its orders and grid. Null when something is missing, unknown, doubled, out of its place or
 * no whole number: there is then nothing to compute with.
 */
export function collectFacts(
  grid: PreparedGrid,
  orders: readonly Order[],
  clearing: Clearing,
  memory: Memory,
  failures: Failures,
): Facts | null {
  const before = failures.list.length;
  const survey = surveyOf(grid);
  const { flows, prices } = clearing;
  const flow = memory.numbers(survey.id.length);
  const price = memory.numbers(survey.id.length);
  for (let at = 0; at < flows.length; at++) {
    const { node, flowWh } = flows[at]!;
    placeByNode(survey, flow, at + 1, node, flowWh, 'flow', failures);
  }
  for (let at = 0; at < prices.length; at++) {
    const { node, priceMicroPerKwh } = prices[at]!;
    placeByNode(survey, price, at, node, priceMicroPerKwh, 'price', failures);
  }
  if (flows.length !== survey.id.length - 1 || prices.length !== survey.id.length) {
    const message = `${survey.id.length} nodes have ${flows.length} flows and ${prices.length} prices`;
    failures.add({ code: 'incomplete', message });
  }
  const orderFacts = readOrders(survey, orders, clearing.fills, memory, failures);
  return orderFacts === null || failures.list.length > before ? null : { survey, memory, ...orderFacts, flow, price };
}

/** One whole number for every node, in the order of their numbers. */
function placeByNode(
  survey: Survey,
  column: Float64Array,
  number: number,
  node: number,
  value: number,
  what: string,
  failures: Failures,
): void {
  if (survey.id[number] !== node) {
    failures.add({ code: 'incomplete', node, message: `${what} of node ${node}: unknown, twice, or out of place` });
  } else if (!Number.isSafeInteger(value)) {
    failures.add({ code: 'quantity', node, message: `${what} of node ${node} is ${value}` });
  } else {
    column[number] = value;
  }
}
