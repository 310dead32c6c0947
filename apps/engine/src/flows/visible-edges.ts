import { MIN_HIDDEN_IN, type NodeKind } from '@ceex/contracts';

export interface EdgeNode {
  readonly nodeId: number;
  readonly parentId: number | null;
  readonly kind: NodeKind;
}

/** Other households, counted from the leaves up: those below an edge that no edge further down has told of yet. */
interface Survey {
  readonly visible: ReadonlySet<number>;
  readonly hidden: ReadonlyMap<number, number>;
  /** Those whom no edge tells of. Everything sums to zero at the root, so their sum is known all the same. */
  readonly top: number;
}

/**
 * The edges, by their lower nodes, whose flows may be shown to someone to whom the nodes `own` belong. Whoever sees the
 * flows can take them from one another and knows their own; what is left is a sum over other households, and no such
 * sum may be over fewer than `least` of them. So going up from the leaves an edge is shown when it adds nothing new, or
 * at least so many households; and the ones left over at the root must be as many too, else a line is hidden for them.
 */
export function visibleEdges(
  nodes: readonly EdgeNode[],
  own: ReadonlySet<number>,
  least = MIN_HIDDEN_IN,
): ReadonlySet<number> {
  const fromLeaves = leavesFirst(nodes);
  const all = survey(fromLeaves, own, least, new Set());
  if (all.top === 0 || all.top >= least) return all.visible;
  const line = smallestUppermost(fromLeaves, all);
  return line === null ? all.visible : survey(fromLeaves, own, least, line).visible;
}

function survey(
  fromLeaves: readonly EdgeNode[],
  own: ReadonlySet<number>,
  least: number,
  refused: ReadonlySet<number>,
): Survey {
  const visible = new Set<number>();
  const hidden = new Map<number, number>();
  let top = 0;
  for (const { nodeId, parentId, kind } of fromLeaves) {
    const count = (hidden.get(nodeId) ?? 0) + (kind === 'household' && !own.has(nodeId) ? 1 : 0);
    hidden.set(nodeId, count);
    if (parentId === null) top = count;
    else if (!refused.has(nodeId) && (count === 0 || count >= least)) visible.add(nodeId);
    else hidden.set(parentId, (hidden.get(parentId) ?? 0) + count);
  }
  return { visible, hidden, top };
}

/** Of the edges that tell of a group and have no such edge above them, the one with the fewest; with all above it. */
function smallestUppermost(fromLeaves: readonly EdgeNode[], { visible, hidden }: Survey): ReadonlySet<number> | null {
  const tells = (nodeId: number): boolean => visible.has(nodeId) && (hidden.get(nodeId) ?? 0) > 0;
  const parents = new Map(fromLeaves.map(({ nodeId, parentId }) => [nodeId, parentId]));
  const isBelowOne = new Set<number>();
  let smallest: number | null = null;
  for (const { nodeId, parentId } of fromLeaves.toReversed()) {
    if (parentId !== null && (isBelowOne.has(parentId) || tells(parentId))) isBelowOne.add(nodeId);
    else if (tells(nodeId) && (smallest === null || count(hidden, nodeId) < count(hidden, smallest))) smallest = nodeId;
  }
  if (smallest === null) return null;
  const line = new Set<number>();
  for (let at: number | null = smallest; at !== null; at = parents.get(at) ?? null) line.add(at);
  return line;
}

function count(hidden: ReadonlyMap<number, number>, nodeId: number): number {
  return hidden.get(nodeId) ?? 0;
}

/** The nodes in an order in which children come before their parents. */
function leavesFirst(nodes: readonly EdgeNode[]): EdgeNode[] {
  const children = new Map<number | null, EdgeNode[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentId);
    if (siblings === undefined) children.set(node.parentId, [node]);
    else siblings.push(node);
  }
  const order = [...(children.get(null) ?? [])];
  // The list grows while it is walked.
  for (const { nodeId } of order) order.push(...(children.get(nodeId) ?? []));
  return order.reverse();
}
