import { checkNodes, MAX_PRICE_MICRO_PER_KWH } from './check-nodes';
import type { Grid, GridError, GridNode, PreparedGrid } from './grid';

/**
 * Checks a grid and makes it ready for clearing; done once per grid, used for every interval.
 * @returns the prepared grid, or as a value what is wrong with the grid and where.
 */
export function prepareGrid(grid: Grid): { ok: true; grid: PreparedGrid } | { ok: false; error: GridError } {
  const error = checkNodes(grid.nodes);
  if (error !== null) return { ok: false, error };
  const nodes = inPreOrder(grid.nodes);
  if (nodes.length < grid.nodes.length) return { ok: false, error: cycleError(grid.nodes, nodes) };
  const prepared = numberArrays(nodes);
  const last = nodes.findIndex(
    (_, i) => !(prepared.pathFeeUp[i]! + prepared.pathFeeDown[i]! <= MAX_PRICE_MICRO_PER_KWH),
  );
  if (last < 0) return { ok: true, grid: prepared };
  const nodeId = nodes[last]!.id;
  const message = `node ${nodeId}: the fees of its path to the root add up to more than ${MAX_PRICE_MICRO_PER_KWH} µCHF/kWh`;
  return { ok: false, error: { code: 'bad-number', nodeId, message } };
}

/** The nodes that hang on the root, parents first, a subtree in one piece, children by id. No recursion. */
function inPreOrder(nodes: readonly GridNode[]): GridNode[] {
  const children = new Map<number | null, GridNode[]>();
  // By descending id, so that the stack gives them back ascending.
  for (const node of [...nodes].sort((a, b) => b.id - a.id)) {
    const siblings = children.get(node.parent);
    if (siblings === undefined) children.set(node.parent, [node]);
    else siblings.push(node);
  }
  const stack = children.get(null) ?? [];
  const ordered: GridNode[] = [];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    ordered.push(node);
    for (const child of children.get(node.id) ?? []) stack.push(child);
  }
  return ordered;
}

/** Names a node that lies on a cycle: from a node that does not reach the root, going up ends in one. */
function cycleError(nodes: readonly GridNode[], reached: readonly GridNode[]): GridError {
  const parentOf = new Map(nodes.map((node) => [node.id, node.parent]));
  for (const { id } of reached) parentOf.delete(id);
  let [at = 0] = parentOf.keys();
  for (let step = 0; step < nodes.length; step++) at = parentOf.get(at) ?? at;
  return { code: 'cycle', nodeId: at, message: `node ${at} lies on a cycle: its parents never reach the root` };
}

function numberArrays(nodes: readonly GridNode[]): PreparedGrid {
  const count = nodes.length;
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const column = (read: (node: GridNode) => number) => Float64Array.from(nodes, read);
  const parent = Int32Array.from(nodes, (node) => (node.parent === null ? -1 : indexOf.get(node.parent)!));
  const feeUp = column((node) => node.feeUp);
  const feeDown = column((node) => node.feeDown);
  const pathFeeUp = new Float64Array(count);
  const pathFeeDown = new Float64Array(count);
  const pathLengthMm = new Float64Array(count);
  const end = Int32Array.from(nodes, (_, index) => index + 1);
  for (let node = 1; node < count; node++) {
    const up = parent[node]!;
    pathFeeUp[node] = pathFeeUp[up]! + feeUp[node]!;
    pathFeeDown[node] = pathFeeDown[up]! + feeDown[node]!;
    pathLengthMm[node] = pathLengthMm[up]! + Math.round(nodes[node]!.lengthM * 1000);
  }
  for (let node = count - 1; node > 0; node--) end[parent[node]!] = Math.max(end[parent[node]!]!, end[node]!);
  const capacityUp = column((node) => node.capacityUp ?? Infinity);
  const capacityDown = column((node) => node.capacityDown ?? Infinity);
  return {
    nodes,
    indexOf,
    parent,
    end,
    feeUp,
    feeDown,
    capacityUp,
    capacityDown,
    pathFeeUp,
    pathFeeDown,
    pathLengthMm,
    byLength: sorted(pathLengthMm),
    rankOfId: inverse(sorted(column((node) => node.id))),
  };
}

/** Places of the values from the least to the greatest, equal ones as they are. */
function sorted(values: Float64Array): Int32Array {
  return Int32Array.from(values, (_, at) => at).sort((a, b) => values[a]! - values[b]! || a - b);
}

function inverse(order: Int32Array): Int32Array {
  const place = new Int32Array(order.length);
  order.forEach((at, nth) => (place[at] = nth));
  return place;
}
