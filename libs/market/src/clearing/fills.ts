import type { Groups } from './groups';

/** What every order gets and what flows, with the groups that shared. */
export interface Fills {
  /** Wh by order of the book. */
  readonly filled: Float64Array;
  /** Wh by node, positive toward the root; 0 at the root. */
  readonly flow: Float64Array;
  readonly groups: Groups;
  /** Wh by group. */
  readonly groupFilled: Float64Array;
}

/** Fills, and prices that prove them optimal. */
export interface PricedFills {
  readonly fills: Fills;
  /** µCHF/kWh by node. */
  readonly price: Float64Array;
}
