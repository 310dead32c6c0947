import type { Point } from './plane';

export interface TreeNode {
  readonly nodeId: number;
  readonly parentId: number | null;
}

interface Branch {
  readonly nodeId: number;
  readonly depth: number;
}

/**
 * Lays a tree out around its root: the ends share the circle evenly in their order, every other node stands in the
 * middle of what hangs at it, one step further out than its parent. No two branches cross. Parents may come after their
 * children; a chain of thousands is as welcome as a star.
 */
export function layOutTree(nodes: readonly TreeNode[]): Map<number, Point> {
  const children = childrenOf(nodes);
  const order = outward(children);
  const turns = new Map<number, number>();
  const ends = order.filter(({ nodeId }) => !children.has(nodeId));
  ends.forEach(({ nodeId }, index) => turns.set(nodeId, (index + 0.5) / ends.length));
  for (const { nodeId } of order.toReversed()) {
    const [first, last] = [children.get(nodeId)?.[0], children.get(nodeId)?.at(-1)];
    if (first === undefined || last === undefined) continue;
    turns.set(nodeId, ((turns.get(first) ?? 0) + (turns.get(last) ?? 0)) / 2);
  }
  return new Map(order.map(({ nodeId, depth }) => [nodeId, around(depth, turns.get(nodeId) ?? 0)]));
}

function childrenOf(nodes: readonly TreeNode[]): Map<number | null, number[]> {
  const children = new Map<number | null, number[]>();
  for (const { nodeId, parentId } of nodes) {
    const siblings = children.get(parentId);
    if (siblings === undefined) children.set(parentId, [nodeId]);
    else siblings.push(nodeId);
  }
  return children;
}

/** The nodes from the root outward, branch by branch. Without recursion: a chain may be long. */
function outward(children: ReadonlyMap<number | null, readonly number[]>): Branch[] {
  const order: Branch[] = [];
  const waiting: Branch[] = (children.get(null) ?? []).map((nodeId) => ({ nodeId, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    order.push(next);
    const depth = next.depth + 1;
    for (const nodeId of (children.get(next.nodeId) ?? []).toReversed()) waiting.push({ nodeId, depth });
  }
  return order;
}

/** `turn` goes once around from the top, clockwise. */
function around(depth: number, turn: number): Point {
  const angle = turn * 2 * Math.PI;
  return { x: depth * Math.sin(angle), y: -depth * Math.cos(angle) };
}
