import type { Side } from '../order';
import type { Facts } from './facts';

/** By node number: the best price anywhere in the grid after the fees of the way, were no edge full. */
export interface BestElsewhere {
  /** What an ask would get, or a bid pay, seen from the node. */
  readonly price: Float64Array;
  /** The first edge with congestion rent on the way there, by its lower node; −1 where none is in the way. */
  readonly edge: Int32Array;
}

/**
 * The best price for one side from everywhere, by a sweep up and one down. Of equally good prices the node's own is
 * taken, then one below it (beyond the child of the highest number), then one above.
 */
export function bestElsewhere({ survey, memory, price }: Facts, side: Side): BestElsewhere {
  const { parent } = survey;
  const sign = side === 'ask' ? 1 : -1;
  const worth = memory.numbers(price.length);
  for (let node = 0; node < price.length; node++) worth[node] = sign * price[node]!;
  const edge = memory.integers(price.length).fill(-1);
  // An ask's energy goes there, a bid's comes from there.
  const [feeToParent, feeFromParent] = side === 'ask' ? [survey.feeUp, survey.feeDown] : [survey.feeDown, survey.feeUp];
  const look = (from: number, to: number, lower: number, fee: number): void => {
    if (worth[to]! - fee <= worth[from]!) return;
    worth[from] = worth[to]! - fee;
    const isRent = sign * price[to]! - fee > sign * price[from]!;
    edge[from] = isRent ? lower : edge[to]!;
  };
  for (let node = price.length - 1; node > 0; node--) look(parent[node]!, node, node, feeFromParent[node]!);
  for (let node = 1; node < price.length; node++) look(node, parent[node]!, node, feeToParent[node]!);
  for (let node = 0; node < price.length; node++) worth[node]! *= sign;
  return { price: worth, edge };
}
