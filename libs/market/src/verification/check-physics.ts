import type { Facts } from './facts';
import type { Failures } from './failures';

/** Capacities hold, and at every node what comes in goes out. */
export function checkPhysics({ survey, memory, node: nodeOf, isBid, filled, flow }: Facts, failures: Failures): void {
  const { id, parent, capacityUp, capacityDown } = survey;
  const net = memory.numbers(parent.length);
  for (let order = 0; order < filled.length; order++) {
    net[nodeOf[order]!]! += isBid[order] === 1 ? -filled[order]! : filled[order]!;
  }
  for (let node = 1; node < parent.length; node++) {
    net[node]! -= flow[node]!;
    net[parent[node]!]! += flow[node]!;
    if (flow[node]! <= capacityUp[node]! && -flow[node]! <= capacityDown[node]!) continue;
    const capacities = `capacity ${capacityUp[node]!} up and ${capacityDown[node]!} down`;
    const message = `edge of node ${id[node]!}: flow ${flow[node]!} Wh, ${capacities}`;
    failures.add({ code: 'capacity', node: id[node]!, message });
  }
  for (let node = 0; node < parent.length; node++) {
    if (net[node] === 0) continue;
    const message = `node ${id[node]!}: ${net[node]!} Wh more come in than go out`;
    failures.add({ code: 'balance', node: id[node]!, message });
  }
}
