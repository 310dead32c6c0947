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

function primalNano({ survey, isBid, limit, filled, flow }: Facts): number {
  let sum = 0;
  for (let order = 0; order < filled.length; order++) {
    const value = limit[order]! * filled[order]!;
    sum += isBid[order] === 1 ? value : -value;
  }
  for (let node = 1; node < flow.length; node++) {
    sum -= flow[node]! > 0 ? flow[node]! * survey.feeUp[node]! : -flow[node]! * survey.feeDown[node]!;
  }
  return sum;
}

/** Σ what each order gains at its price + Σ what each full edge is worth. */
function dualNano({ survey, node, isBid, limit, quantity, price }: Facts): number {
  let sum = 0;
  for (let order = 0; order < quantity.length; order++) {
    const gain = price[node[order]!]! - limit[order]!;
    const worth = isBid[order] === 1 ? -gain : gain;
    if (worth > 0) sum += worth * quantity[order]!;
  }
  for (let at = 1; at < price.length; at++) {
    const toParent = price[survey.parent[at]!]! - price[at]!;
    // Infinity · 0 would be NaN: an edge without limit is only worth something in a wrong clearing.
    if (toParent > survey.feeUp[at]!) sum += (toParent - survey.feeUp[at]!) * survey.capacityUp[at]!;
    if (-toParent > survey.feeDown[at]!) sum += (-toParent - survey.feeDown[at]!) * survey.capacityDown[at]!;
  }
  return sum;
}
