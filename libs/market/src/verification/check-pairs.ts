import type { Clearing } from '../clearing/clearing';
import type { Facts } from './facts';
import type { Failures } from './failures';
import type { PairFacts } from './pair-facts';
import { PairSequence } from './pair-sequence';

/**
 * Trades and own use add up to the fills, and trades to the flows, crossing each edge in one direction only; they are
 * made and listed nearest first.
 */
export function checkPairs(
  facts: Facts,
  { trades, ownUse }: Clearing,
  { traded, own }: { traded: PairFacts; own: PairFacts },
  failures: Failures,
): void {
  const { survey, memory, fills, filled, node } = facts;
  const up = memory.numbers(survey.id.length);
  const down = memory.numbers(survey.id.length);
  const sequence = new PairSequence(facts, failures);
  let used = 0;
  for (let at = 0; at < trades.length; at++) {
    const meeting = traded.meeting[at]!;
    if (meeting < 0) continue; // reported when it was read
    const seller = node[traded.ask[at]!]!;
    const buyer = node[traded.bid[at]!]!;
    const { quantityWh } = trades[at]!;
    if (seller === buyer) {
      failures.add({
        code: 'pairs',
        node: survey.id[seller]!,
        message: `node ${survey.id[seller]!} trades with itself`,
      });
    }
    // Own use of a node comes before what meets there, and after all that meets at nodes of higher numbers.
    for (; used < ownUse.length && own.meeting[used]! >= meeting; used++) addOwn(sequence, ownUse, own, used);
    sequence.add(traded.ask[at]!, traded.bid[at]!, meeting, quantityWh);
    up[seller]! += quantityWh;
    up[meeting]! -= quantityWh;
    down[buyer]! += quantityWh;
    down[meeting]! -= quantityWh;
  }
  for (; used < ownUse.length; used++) addOwn(sequence, ownUse, own, used);
  for (let order = 0; order < filled.length; order++) {
    const rest = sequence.rest[order]!;
    if (rest === 0) continue;
    const { orderId } = fills[order]!;
    const message = `order ${orderId}: ${filled[order]! - rest} of ${filled[order]!} Wh paired`;
    failures.add({ code: 'pairs', orderId, message });
  }
  checkFlows(facts, up, down, failures);
  if (trades.length > 0 && failures.list.length === 0) sequence.checkNobodyWasPassedOver();
}

function addOwn(sequence: PairSequence, ownUse: Clearing['ownUse'], own: PairFacts, at: number): void {
  if (own.meeting[at]! >= 0) sequence.add(own.ask[at]!, own.bid[at]!, own.meeting[at]!, ownUse[at]!.quantityWh);
}

function checkFlows({ survey, flow }: Facts, up: Float64Array, down: Float64Array, failures: Failures): void {
  for (let node = flow.length - 1; node > 0; node--) {
    up[survey.parent[node]!]! += up[node]!;
    down[survey.parent[node]!]! += down[node]!;
    if (up[node] === Math.max(flow[node]!, 0) && down[node] === Math.max(-flow[node]!, 0)) continue;
    const id = survey.id[node]!;
    const message = `edge of node ${id}: pairs move ${up[node]!} Wh up and ${down[node]!} down, the flow is ${flow[node]!}`;
    failures.add({ code: 'pairs-flow', node: id, message });
  }
}
