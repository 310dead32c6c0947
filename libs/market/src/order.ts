/** An ask offers energy, a bid wants it. */
export type Side = 'ask' | 'bid';

/** What one node is willing to trade in one interval. */
export interface Order {
  /** Unique among the orders of the interval. */
  readonly id: string;
  /** Id of the node. */
  readonly node: number;
  readonly side: Side;
  /** Energy in Wh, a whole number, 0 or more; may be filled in part. */
  readonly quantityWh: number;
  /** The least an ask takes, the most a bid pays, at its own node: whole µCHF/kWh. */
  readonly limitMicroPerKwh: number;
}

/** How a community's market makes prices. */
export interface MarketRules {
  /** What each pays: the price at its own node, or the mean of the pair's two limits after fees. */
  readonly pricing: 'nodal' | 'midpoint';
  /** Where in an interval of possible prices the price lies: 0 the buyers' end … 1 the sellers' end. */
  readonly k: number;
  /** Ends of the price ruler, µCHF/kWh: stand in where no order bounds a price. */
  readonly ruler: readonly [lo: number, hi: number];
}

/** The `k` of a community that has chosen none: the middle. */
export const DEFAULT_K = 0.5;
