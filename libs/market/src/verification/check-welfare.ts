import type { Clearing } from '../clearing/clearing';
import type { Facts } from './facts';
import type { Failures } from './failures';

/** The stated welfare is what fills and flows make, and equals what the prices say can be had at most (duality). */
export function checkWelfare(facts: Facts, { welfareNano }: Clearing, failures: Failures): void {
  const primal = primalNano(facts);
  const dual = dualNano(facts);
  if (welfareNano !== primal) {
    failures.add({
      code: 'welfare',
      message: `welfare is ${primal} nCHF by fills and flows, stated as ${welfareNano}`,
    });
  }
  if (primal !== dual) {
    failures.add({ code: 'welfare', message: `welfare is ${primal} nCHF, but the prices allow ${dual}` });
  }
  if (!Number.isSafeInteger(primal) || !Number.isSafeInteger(dual)) {
    failures.add({ code: 'welfare', message: 'welfare leaves the range of exact money' });
  }
}

function primalNano({ grid, orders, filled, flow }: Facts): number {
  let sum = 0;
  orders.forEach(({ side, limitMicroPerKwh }, at) => {
    sum += (side === 'bid' ? limitMicroPerKwh : -limitMicroPerKwh) * filled[at]!;
  });
  for (let node = 1; node < grid.nodes.length; node++) {
    sum -= Math.max(flow[node]!, 0) * grid.feeUp[node]! + Math.max(-flow[node]!, 0) * grid.feeDown[node]!;
  }
  return sum;
}

/** Σ what each order gains at its price + Σ what each full edge is worth. */
function dualNano({ grid, orders, nodeOf, price }: Facts): number {
  let sum = 0;
  orders.forEach(({ side, limitMicroPerKwh, quantityWh }, at) => {
    const gain = price[nodeOf[at]!]! - limitMicroPerKwh;
    sum += Math.max(side === 'ask' ? gain : -gain, 0) * quantityWh;
  });
  for (let node = 1; node < grid.nodes.length; node++) {
    const toParent = price[grid.parent[node]!]! - price[node]!;
    // Infinity · 0 would be NaN: an edge without limit is only worth something in a wrong clearing.
    if (toParent > grid.feeUp[node]!) sum += (toParent - grid.feeUp[node]!) * grid.capacityUp[node]!;
    if (-toParent > grid.feeDown[node]!) sum += (-toParent - grid.feeDown[node]!) * grid.capacityDown[node]!;
  }
  return sum;
}
