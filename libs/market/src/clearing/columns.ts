/**
 * The orders of one interval, column by column: what the market computes with. Only the first `count` entries of each
 * column count, so that one set of columns serves many intervals.
 */
export interface OrderColumns {
  readonly count: number;
  /** Number of the node in the prepared grid (`grid.indexOf`). */
  readonly node: Int32Array;
  /** 0 for an ask, 1 for a bid. */
  readonly isBid: Uint8Array;
  /** Wh, whole, ≥ 0. */
  readonly quantityWh: Float64Array;
  /** µCHF/kWh, whole. */
  readonly limitMicroPerKwh: Float64Array;
}

/**
 * Who gets how much, and at which price. The arrays are memory of the clearer: they hold until its next call, may be
 * longer than there are orders or nodes, and must not be written to.
 */
export interface ClearedColumns {
  /** Wh by order, in the order given. */
  readonly filledWh: Float64Array;
  /** Energy over the edge of each node to its parent by node number, Wh, positive toward the root; 0 at the root. */
  readonly flowWh: Float64Array;
  /** µCHF/kWh by node number. */
  readonly priceMicroPerKwh: Float64Array;
}

/** Who traded with whom. A pair whose two orders are at one node is own use: no trade, no money. */
export interface PairColumns {
  readonly count: number;
  /** Positions of the two orders. */
  readonly ask: Int32Array;
  readonly bid: Int32Array;
  /** Number of the node where the two paths to the root meet. */
  readonly meeting: Int32Array;
  readonly quantityWh: Float64Array;
  readonly sellerPriceMicroPerKwh: Float64Array;
  readonly buyerPriceMicroPerKwh: Float64Array;
  /** Grid fees of the path. */
  readonly feeNano: Float64Array;
  /** Congestion rent of full edges on the path. */
  readonly rentNano: Float64Array;
  /** Length of the lines between the two, whole millimetres. */
  readonly distanceMm: Float64Array;
}

/** A whole clearing: fills, flows, prices, pairs and money. */
export interface SettledColumns extends ClearedColumns {
  readonly pairs: PairColumns;
  /** Σ bids limit · filled − Σ asks limit · filled − Σ edges fee · |flow|. */
  readonly welfareNano: number;
  /** Σ of the pairs' grid fees. */
  readonly feesNano: number;
  /** Σ of the pairs' congestion rent. */
  readonly rentNano: number;
}
