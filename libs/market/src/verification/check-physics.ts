import type { Facts } from './facts';
import type { Failures } from './failures';

/** Capacities hold, and at every node what comes in goes out. */
export function checkPhysics({ grid, orders, nodeOf, filled, flow }: Facts, failures: Failures): void {
  const net = new Float64Array(grid.nodes.length);
  orders.forEach(({ side }, at) => {
    net[nodeOf[at]!]! += side === 'ask' ? filled[at]! : -filled[at]!;
  });
  for (let node = 1; node < grid.nodes.length; node++) {
    net[node]! -= flow[node]!;
    net[grid.parent[node]!]! += flow[node]!;
    if (flow[node]! > grid.capacityUp[node]! || -flow[node]! > grid.capacityDown[node]!) {
      const { id, capacityUp, capacityDown } = grid.nodes[node]!;
      const message = `edge of node ${id}: flow ${flow[node]!} Wh, capacity ${capacityUp} up and ${capacityDown} down`;
      failures.add({ code: 'capacity', node: id, message });
    }
  }
  net.forEach((excess, node) => {
    if (excess === 0) return;
    const { id } = grid.nodes[node]!;
    failures.add({ code: 'balance', node: id, message: `node ${id}: ${excess} Wh more come in than go out` });
  });
}
