import { layOutTree, type TreeNode } from './lay-out-tree';
import { boundsOf, type Point } from './plane';

export interface GridPlace extends TreeNode {
  /** East and north in any unit, such as metres of the national grid; null where nobody measured. */
  readonly x: number | null;
  readonly y: number | null;
}

export interface Placed {
  readonly places: ReadonlyMap<number, Point>;
  /** Whether that is how the nodes lie in the country, or only how they hang together. */
  readonly measured: boolean;
}

/** Where to draw the nodes: by their own coordinates if all have some, else as a tree. */
export function placeNodes(nodes: readonly GridPlace[]): Placed {
  const places = new Map<number, Point>();
  for (const { nodeId, x, y } of nodes) if (x !== null && y !== null) places.set(nodeId, { x, y: -y });
  const { minX, maxX, minY, maxY } = boundsOf(places.values());
  const measured = places.size === nodes.length && (maxX > minX || maxY > minY);
  return { measured, places: measured ? places : layOutTree(nodes) };
}
