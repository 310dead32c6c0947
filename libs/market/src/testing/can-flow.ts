import type { Clearing } from '../clearing/clearing';
import type { PreparedGrid } from '../grid/grid';
import { Tree } from './naive/tree';

/** Whether one more Wh fits on the way from one node to another. */
export function canFlow(grid: PreparedGrid, { flows }: Clearing, from: number, to: number): boolean {
  const flow = new Map(flows.map(({ node, flowWh }) => [node, flowWh]));
  return new Tree(grid).way(from, to).every(({ edge, isUp }) => {
    const along = isUp ? flow.get(edge.id)! : -flow.get(edge.id)!;
    return along < ((isUp ? edge.capacityUp : edge.capacityDown) ?? Infinity);
  });
}
