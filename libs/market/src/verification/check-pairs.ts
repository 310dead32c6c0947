import type { Clearing, OwnUse, Trade } from '../clearing/clearing';
import type { Facts } from './facts';
import type { Failures } from './failures';
import { PairSequence } from './pair-sequence';
import { meetingOf } from './survey';

/**
 * Trades and own use add up to the fills, and trades to the flows, crossing each edge in one direction only; they are
 * made and listed nearest first.
 */
export function checkPairs(facts: Facts, { trades, ownUse }: Clearing, failures: Failures): void {
  const { survey, fills, filled } = facts;
  const up = new Float64Array(survey.id.length);
  const down = new Float64Array(survey.id.length);
  const sequence = new PairSequence(facts, failures);
  let own = 0;
  for (const trade of trades) {
    const pair = readPair(facts, trade, trade.seller, trade.buyer, failures);
    if (pair === null) continue;
    const seller = facts.node[pair.ask]!;
    const buyer = facts.node[pair.bid]!;
    const meeting = meetingOf(survey, seller, buyer);
    if (seller === buyer) {
      failures.add({ code: 'pairs', node: trade.seller, message: `node ${trade.seller} trades with itself` });
    }
    // Own use of a node comes before what meets there, and after all that meets at nodes of higher numbers.
    while (own < ownUse.length && !isBelow(facts, ownUse[own]!, meeting))
      addOwn(facts, ownUse[own++]!, sequence, failures);
    sequence.add(pair.ask, pair.bid, meeting, trade.quantityWh);
    up[seller]! += trade.quantityWh;
    up[meeting]! -= trade.quantityWh;
    down[buyer]! += trade.quantityWh;
    down[meeting]! -= trade.quantityWh;
  }
  while (own < ownUse.length) addOwn(facts, ownUse[own++]!, sequence, failures);
  for (let order = 0; order < filled.length; order++) {
    const rest = sequence.rest[order]!;
    if (rest === 0) continue;
    const { orderId } = fills[order]!;
    const message = `order ${orderId}: ${filled[order]! - rest} of ${filled[order]!} Wh paired`;
    failures.add({ code: 'pairs', orderId, message });
  }
  checkFlows(facts, up, down, failures);
  if (failures.list.length === 0) sequence.checkNobodyWasPassedOver();
}

/** Whether own use belongs after a meeting in the list. Unknown nodes are reported when it is their turn. */
function isBelow({ survey }: Facts, { node }: OwnUse, meeting: number): boolean {
  return (survey.numberOf.get(node) ?? meeting) < meeting;
}

function addOwn(facts: Facts, own: OwnUse, sequence: PairSequence, failures: Failures): void {
  const pair = readPair(facts, own, own.node, own.node, failures);
  if (pair !== null) sequence.add(pair.ask, pair.bid, facts.node[pair.ask]!, own.quantityWh);
}

/** The two orders of a pair; null when it names others than it should. */
function readPair(
  facts: Facts,
  { sellOrder, buyOrder, quantityWh }: Pick<Trade, 'sellOrder' | 'buyOrder' | 'quantityWh'>,
  sellNode: number,
  buyNode: number,
  failures: Failures,
): { ask: number; bid: number } | null {
  const { fills, placeOf, isBid } = facts;
  const ask = placeOf.get(sellOrder) ?? -1;
  const bid = placeOf.get(buyOrder) ?? -1;
  const isMatch = isBid[ask] === 0 && isBid[bid] === 1 && fills[ask]!.node === sellNode && fills[bid]!.node === buyNode;
  if (isMatch && Number.isSafeInteger(quantityWh) && quantityWh > 0) return { ask, bid };
  const message = `${quantityWh} Wh of ${sellOrder} at node ${sellNode} for ${buyOrder} at ${buyNode}: no such pair`;
  failures.add({ code: 'pairs', orderId: sellOrder, message });
  return null;
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
