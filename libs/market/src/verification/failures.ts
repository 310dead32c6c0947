/** What is wrong with a clearing. */
export type FailureCode =
  /** An order, edge or node is missing, unknown, there twice, or not at its place in the list. */
  | 'incomplete'
  /** A quantity is no whole number, negative, or more than was offered. */
  | 'quantity'
  /** A flow exceeds its edge's capacity. */
  | 'capacity'
  /** What comes into a node is not what goes out. */
  | 'balance'
  /** A price contradicts a fill at its node. */
  | 'price-fill'
  /** The prices at the two ends of an edge contradict its flow, fee and capacity. */
  | 'price-edge'
  /** A price is possible, but not the one the community's rule picks. */
  | 'price-rule'
  /** Welfare is not what fills and flows make, or not what the prices prove to be the optimum. */
  | 'welfare'
  /** Orders of one limit did not share as the tie rule says. */
  | 'tie'
  /** An order's reason is not why it was filled as far as it was. */
  | 'reason'
  /** Pairs do not add up to an order's fill, or join the wrong orders. */
  | 'pairs'
  /** Pairs move more energy over an edge than flows. */
  | 'pairs-flow'
  /** Pairs are not made nearest first, or not listed in their order. */
  | 'pairs-order'
  /** A trade's prices, fee, rent or distance, or the totals, are wrong. */
  | 'money';

/** One failed check, with the node or the order it failed at. */
export interface Failure {
  readonly code: FailureCode;
  readonly node?: number;
  readonly orderId?: string;
  readonly message: string;
}

/** Collects failures; a clearing that is all wrong need not list everything. */
export class Failures {
  static readonly MOST = 100;
  readonly list: Failure[] = [];

  add(failure: Failure): void {
    if (this.list.length < Failures.MOST) this.list.push(failure);
  }
}
