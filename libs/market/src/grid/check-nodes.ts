import type { GridError, GridNode } from './grid';

/** Prices and path fees stay below a million francs per kWh, so that every sum of them is exact. */
export const MAX_PRICE_MICRO_PER_KWH = 1_000_000_000_000;

/** Path lengths stay below a million kilometres. */
const MAX_LENGTH_M = 1_000_000_000;

function badNumber(node: GridNode, field: keyof GridNode, expected: string): GridError {
  const message = `node ${node.id}: ${field} must be ${expected}, not ${String(node[field])}`;
  return { code: 'bad-number', nodeId: node.id, message };
}

function isWhole(value: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= max;
}

/** The first number of a node that cannot be used, or null. */
function checkNumbers(node: GridNode): GridError | null {
  if (!Number.isSafeInteger(node.id)) return badNumber(node, 'id', 'a whole number');
  for (const field of ['feeUp', 'feeDown'] as const) {
    if (!isWhole(node[field], MAX_PRICE_MICRO_PER_KWH)) return badNumber(node, field, 'whole µCHF/kWh, 0 or more');
  }
  for (const field of ['capacityUp', 'capacityDown'] as const) {
    const capacity = node[field];
    if (capacity !== null && !isWhole(capacity, Number.MAX_SAFE_INTEGER)) {
      return badNumber(node, field, 'whole Wh per interval, 0 or more, or null');
    }
  }
  if (!(node.lengthM >= 0 && node.lengthM <= MAX_LENGTH_M)) return badNumber(node, 'lengthM', 'metres, 0 or more');
  return null;
}

/** Checks every node for itself and that there is one root with known parents; null when all is well. */
export function checkNodes(nodes: readonly GridNode[]): GridError | null {
  const ids = new Set<number>();
  let root: GridNode | null = null;
  for (const node of nodes) {
    const error = checkNumbers(node);
    if (error !== null) return error;
    if (ids.has(node.id)) {
      return { code: 'duplicate-node', nodeId: node.id, message: `node ${node.id} is there twice` };
    }
    ids.add(node.id);
    if (node.parent !== null) continue;
    if (root !== null) {
      return { code: 'several-roots', nodeId: node.id, message: `nodes ${root.id} and ${node.id} both have no parent` };
    }
    root = node;
  }
  for (const { id, parent } of nodes) {
    if (parent !== null && !ids.has(parent)) {
      return { code: 'unknown-parent', nodeId: id, message: `node ${id}: its parent ${parent} is not in the grid` };
    }
  }
  if (root === null) return { code: 'no-root', nodeId: null, message: 'no node is the root (a node without parent)' };
  return null;
}
