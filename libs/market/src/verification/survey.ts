import type { PreparedGrid } from '../grid/grid';

/**
 * The grid as verification sees it, by node number, read anew from the nodes themselves: of what was prepared for
 * clearing only the numbering is taken over, and that every parent's number is below its children's is checked.
 */
export interface Survey {
  /** Node ids by number. */
  readonly id: Float64Array;
  readonly numberOf: ReadonlyMap<number, number>;
  /** −1 at the root. */
  readonly parent: Int32Array;
  readonly feeUp: Float64Array;
  readonly feeDown: Float64Array;
  /** Infinity without limit. */
  readonly capacityUp: Float64Array;
  readonly capacityDown: Float64Array;
  /** 1 where the edge costs nothing in either direction. */
  readonly isFree: Uint8Array;
  /** Fees and length from the root to each node. */
  readonly fromRoot: { readonly up: Float64Array; readonly down: Float64Array; readonly lengthMm: Float64Array };
  /** Node numbers, nearest to the root first; at one distance the lower number first. */
  readonly nearest: Int32Array;
  /** Top node of the heavy path each node lies on: see `meetingOf`. */
  readonly head: Int32Array;
}

const surveys = new WeakMap<PreparedGrid, Survey>();

/** The survey of a grid, made once. Throws on a grid that was not numbered from the root. */
export function surveyOf(grid: PreparedGrid): Survey {
  let survey = surveys.get(grid);
  if (survey === undefined) surveys.set(grid, (survey = makeSurvey(grid)));
  return survey;
}

function makeSurvey({ nodes }: PreparedGrid): Survey {
  const count = nodes.length;
  const numberOf = new Map(nodes.map(({ id }, number) => [id, number]));
  const parent = Int32Array.from(nodes, (node) => (node.parent === null ? -1 : (numberOf.get(node.parent) ?? count)));
  if (parent.some((up, number) => up >= number || up < 0 !== (number === 0))) {
    throw new Error('the grid is not prepared: its nodes are not numbered from the root');
  }
  const feeUp = Float64Array.from(nodes, (node) => node.feeUp);
  const feeDown = Float64Array.from(nodes, (node) => node.feeDown);
  const lengthMm = Float64Array.from(nodes, (node) => Math.round(node.lengthM * 1000));
  const fromRoot = { up: feeUp.slice(), down: feeDown.slice(), lengthMm };
  for (const column of [fromRoot.up, fromRoot.down, fromRoot.lengthMm]) {
    column[0] = 0;
    for (let node = 1; node < count; node++) column[node]! += column[parent[node]!]!;
  }
  return {
    id: Float64Array.from(nodes, (node) => node.id),
    numberOf,
    parent,
    feeUp,
    feeDown,
    capacityUp: Float64Array.from(nodes, (node) => node.capacityUp ?? Infinity),
    capacityDown: Float64Array.from(nodes, (node) => node.capacityDown ?? Infinity),
    isFree: Uint8Array.from(nodes, (node) => (node.feeUp === 0 && node.feeDown === 0 ? 1 : 0)),
    fromRoot,
    nearest: Int32Array.from(nodes.keys()).sort((a, b) => lengthMm[a]! - lengthMm[b]! || a - b),
    head: heavyPaths(parent),
  };
}

/** Heavy-path decomposition (Sleator and Tarjan, 1983): every way to the root changes paths at most log n times. */
function heavyPaths(parent: Int32Array): Int32Array {
  const size = new Int32Array(parent.length).fill(1);
  const heavy = new Int32Array(parent.length).fill(-1);
  for (let node = parent.length - 1; node > 0; node--) {
    const up = parent[node]!;
    size[up]! += size[node]!;
    if (heavy[up]! < 0 || size[node]! > size[heavy[up]!]!) heavy[up] = node;
  }
  const head = new Int32Array(parent.length);
  for (let node = 1; node < parent.length; node++) {
    const up = parent[node]!;
    head[node] = heavy[up] === node ? head[up]! : node;
  }
  return head;
}

/** Number of the node where two nodes' ways to the root meet, in O(log n). */
export function meetingOf({ parent, head }: Survey, a: number, b: number): number {
  while (head[a] !== head[b]) {
    // Going up from the path whose head has the higher number cannot pass the meeting node: it has the lowest of all.
    if (head[a]! > head[b]!) a = parent[head[a]!]!;
    else b = parent[head[b]!]!;
  }
  return Math.min(a, b);
}
