/**
 * A node of a community's radial grid together with the edge to its parent. The root has no edge: its fees,
 * capacities and length are checked like any others and not used.
 */
export interface GridNode {
  /** Any safe integer, unique in the grid. */
  readonly id: number;
  /** Id of the parent, null at the root. */
  readonly parent: number | null;
  /** Grid fee for energy toward the root, µCHF/kWh, ≥ 0. */
  readonly feeUp: number;
  /** Grid fee for energy away from the root, µCHF/kWh, ≥ 0. */
  readonly feeDown: number;
  /** The most energy one interval lets through toward the root, Wh ≥ 0; null: without limit. */
  readonly capacityUp: number | null;
  /** The most energy one interval lets through away from the root, Wh ≥ 0; null: without limit. */
  readonly capacityDown: number | null;
  /** Length of the edge in metres, ≥ 0; counted to the millimetre. */
  readonly lengthM: number;
}

/** A radial grid: one root, every other node below it; nodes in any order. */
export interface Grid {
  readonly nodes: readonly GridNode[];
}

/** Why a grid cannot be used, and at which node (null when no single node is to blame). */
export interface GridError {
  readonly code: 'no-root' | 'several-roots' | 'cycle' | 'unknown-parent' | 'duplicate-node' | 'bad-number';
  readonly nodeId: number | null;
  readonly message: string;
}

/**
 * A grid made ready for clearing: nodes numbered in pre-order from the root (0), children by ascending id, so that a
 * parent's number is below its children's and a subtree is the range `[i, end[i])`. All arrays are by that number.
 */
export interface PreparedGrid {
  readonly nodes: readonly GridNode[];
  /** Node id → number. */
  readonly indexOf: ReadonlyMap<number, number>;
  /** Number of the parent, −1 at the root. */
  readonly parent: Int32Array;
  /** One past the last number of the subtree. */
  readonly end: Int32Array;
  readonly feeUp: Float64Array;
  readonly feeDown: Float64Array;
  /** Wh per interval, Infinity without limit. */
  readonly capacityUp: Float64Array;
  readonly capacityDown: Float64Array;
  /** Fees of the whole path to the root, µCHF/kWh. */
  readonly pathFeeUp: Float64Array;
  /** Fees of the whole path from the root, µCHF/kWh. */
  readonly pathFeeDown: Float64Array;
  /** Length of the path to the root in millimetres (integers, so that differences are exact). */
  readonly pathLengthMm: Float64Array;
  /** All nodes by path length, equally long ones by number. */
  readonly byLength: Int32Array;
  /** Place of every node when all are sorted by id. */
  readonly rankOfId: Int32Array;
}
