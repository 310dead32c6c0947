import { prepareGrid, type GridNode, type PreparedGrid } from '@ceex/market';
import type { Id, NodeInput } from './case-schema';
import { shown, type FieldErrors, type FieldPath } from './field-errors';
import { positionsById, ranks } from './ids';

/** A grid whose nodes are numbered for the market, and which given node is which. */
export interface CaseGrid {
  readonly grid: PreparedGrid;
  /** Ids as given, in the order of the input. */
  readonly given: readonly Id[];
  /** The market's number of each given node. */
  readonly numbers: Int32Array;
  /** Position in the input of each number. */
  readonly positionOf: Int32Array;
  /** Position in the input by the text of an id. */
  readonly positions: ReadonlyMap<string, number>;
}

/** Checks the nodes against each other and prepares the grid; null after errors were added. */
export function readCaseGrid(nodes: readonly NodeInput[], path: FieldPath, errors: FieldErrors): CaseGrid | null {
  const positions = positionsById(nodes, path, errors);
  checkParents(nodes, positions, path, errors);
  if (!errors.isEmpty) return null;
  const numbers = ranks(nodes);
  const positionOf = new Int32Array(nodes.length);
  numbers.forEach((number, position) => (positionOf[number] = position));
  const numberOf = (id: Id | null) => (id === null ? null : numbers[positions.get(String(id))!]!);
  const prepared = prepareGrid({
    nodes: nodes.map((node, at) => marketNode(node, numbers[at]!, numberOf(node.parent))),
  });
  if (prepared.ok) return { grid: prepared.grid, given: nodes.map(({ id }) => id), numbers, positionOf, positions };
  const { code, nodeId, message } = prepared.error;
  const at = nodeId === null ? path : [...path, positionOf[nodeId]!];
  if (code === 'cycle') errors.add([...at, 'parent'], 'the node lies on a cycle: its parents never reach the root');
  else errors.add(at, message.replace(/^node -?\d+: /, ''));
  return null;
}

function checkParents(
  nodes: readonly NodeInput[],
  positions: ReadonlyMap<string, number>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  let root: number | null = null;
  for (const [at, { parent }] of nodes.entries()) {
    if (parent === null && root !== null) {
      errors.add([...path, at, 'parent'], `a second root: ${path.at(-1)}[${root}] has no parent either`);
    } else if (parent === null) {
      root = at;
    } else if (!positions.has(String(parent))) {
      errors.add([...path, at, 'parent'], `there is no node ${shown(parent)}`);
    }
  }
}

function marketNode(node: NodeInput, id: number, parent: number | null): GridNode {
  return {
    id,
    parent,
    feeUp: node.feeUp ?? 0,
    feeDown: node.feeDown ?? 0,
    capacityUp: node.capacityUp ?? null,
    capacityDown: node.capacityDown ?? null,
    lengthM: node.lengthM ?? 0,
  };
}
