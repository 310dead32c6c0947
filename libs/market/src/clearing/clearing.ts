import type { Side } from '../order';

/** Why an order was filled as far as it was. */
export type FillReason =
  /** All of it. */
  | { readonly code: 'filled' }
  /** Its limit lies on the wrong side of the price at its node. */
  | { readonly code: 'price'; readonly limitMicroPerKwh: number; readonly priceMicroPerKwh: number }
  /** Its limit is the price, and `orders` orders of that limit shared `filledWh` of the `quantityWh` they asked for. */
  | {
      readonly code: 'tie';
      readonly priceMicroPerKwh: number;
      readonly orders: number;
      readonly filledWh: number;
      readonly quantityWh: number;
    }
  /** Beyond a full edge (named by its lower node) there was a price that its limit meets. */
  | { readonly code: 'capacity'; readonly node: number; readonly capacityWh: number }
  /** Nobody was left on the other side. */
  | { readonly code: 'no-counterpart' };

/** How much of an order was filled. */
export interface Fill {
  readonly orderId: string;
  readonly node: number;
  readonly side: Side;
  readonly filledWh: number;
  readonly reason: FillReason;
}

/** Energy over the edge between a node and its parent in the interval; positive is toward the root. */
export interface Flow {
  readonly node: number;
  readonly flowWh: number;
}

/** The price at a node. */
export interface NodePrice {
  readonly node: number;
  readonly priceMicroPerKwh: number;
}

/** Energy from one node to another: buyer's money = seller's + fee + rent, to the nano-franc. */
export interface Trade {
  readonly seller: number;
  readonly buyer: number;
  readonly sellOrder: string;
  readonly buyOrder: string;
  readonly quantityWh: number;
  readonly sellerPriceMicroPerKwh: number;
  readonly buyerPriceMicroPerKwh: number;
  /** Grid fees of the path, for the grid operator. */
  readonly feeNano: number;
  /** Congestion rent of full edges on the path, for the community. */
  readonly rentNano: number;
  /** Length of the lines between the two, in metres (exact to the millimetre). */
  readonly distanceM: number;
}

/** Energy a node's own ask gave to its own bid: filled on both sides, never a trade, no money moves. */
export interface OwnUse {
  readonly node: number;
  readonly sellOrder: string;
  readonly buyOrder: string;
  readonly quantityWh: number;
}

/**
 * The result of one interval. It carries its own proof: `verify` shows from fills, flows and prices that no other
 * result has greater welfare. Every list has one fixed order, whatever order the orders came in.
 */
export interface Clearing {
  /** One for every order. */
  readonly fills: readonly Fill[];
  /** One for every edge. */
  readonly flows: readonly Flow[];
  /** One for every node. */
  readonly prices: readonly NodePrice[];
  readonly trades: readonly Trade[];
  readonly ownUse: readonly OwnUse[];
  /** Σ bids limit · filled − Σ asks limit · filled − Σ edges fee · |flow|. */
  readonly welfareNano: number;
  /** Σ of the trades' grid fees. */
  readonly feesNano: number;
  /** Σ of the trades' congestion rent. */
  readonly rentNano: number;
}
