import type { GridNode as NodeBody } from '@ceex/contracts';
import { prepareGrid } from '@ceex/market';

/** Why the nodes of a community are no tree. */
export interface TreeFault {
  /** Code of the node at fault; null where none is (a grid without a root). */
  readonly node: string | null;
  readonly field: 'code' | 'parent';
  readonly message: string;
}

type Placed = Pick<NodeBody, 'code' | 'parent'>;

/**
 * The first reason why these nodes are not one tree, null when they are: a code used twice, an unknown parent, no root,
 * several roots, a circle.
 */
export function treeFault(nodes: readonly Placed[]): TreeFault | null {
  const places = new Map<string, number>();
  for (const [index, { code }] of nodes.entries()) {
    if (places.has(code)) return { node: code, field: 'code', message: `node "${code}" appears twice` };
    places.set(code, index + 1);
  }
  for (const { code, parent } of nodes) {
    if (parent !== null && !places.has(parent)) {
      return { node: code, field: 'parent', message: `node "${code}": its parent "${parent}" does not exist` };
    }
  }
  const prepared = prepareGrid({
    nodes: nodes.map(({ parent }, index) => ({
      id: index + 1,
      parent: parent === null ? null : (places.get(parent) as number),
      feeUp: 0,
      feeDown: 0,
      capacityUp: null,
      capacityDown: null,
      lengthM: 0,
    })),
  });
  return prepared.ok ? null : namedFault(nodes, prepared.error);
}

const FAULTS: Partial<Record<string, string>> = {
  'several-roots': 'is a second node without a parent',
  cycle: 'is its own ancestor',
};

function namedFault(nodes: readonly Placed[], error: { code: string; nodeId: number | null }): TreeFault {
  const node = error.nodeId === null ? undefined : nodes[error.nodeId - 1];
  if (node === undefined) return { node: null, field: 'parent', message: 'no node is without a parent (the root)' };
  return { node: node.code, field: 'parent', message: `node "${node.code}" ${FAULTS[error.code] ?? error.code}` };
}
