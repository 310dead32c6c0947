import type { PreparedGrid } from '../grid/grid';
import type { OrderColumns } from './columns';
import type { Groups } from './groups';
import { roomFor } from './room';
import { Sharing } from './share';

/**
 * The tie rule: every group's fill goes to its nodes in proportion to quantity, a node's part to its orders likewise.
 * By node first, so that cutting an order in pieces gains nothing.
 */
export class TieRule {
  readonly #grid: PreparedGrid;
  readonly #sharing = new Sharing();
  /** Orders of one group: rank of the node · number of orders + position, a number that sorts by node. */
  #keys: Float64Array = new Float64Array(0);
  /** The same orders by node. */
  #sorted: Int32Array = new Int32Array(0);
  #parts: Float64Array = new Float64Array(0);
  #nodeParts: Float64Array = new Float64Array(0);

  constructor(grid: PreparedGrid) {
    this.#grid = grid;
  }

  /** @param filled receives Wh by order. */
  shareOut(orders: OrderColumns, groups: Groups, intervalIndex: number, filled: Float64Array): void {
    const { first, members } = groups;
    for (let group = 0; group < groups.count; group++) {
      const from = first[group]!;
      const to = first[group + 1]!;
      const amount = groups.filled[group]!;
      if (amount === groups.quantity[group]) {
        for (let at = from; at < to; at++) filled[members[at]!] = orders.quantityWh[members[at]!]!;
      } else if (amount === 0) {
        for (let at = from; at < to; at++) filled[members[at]!] = 0;
      } else if (to - from === 1) {
        filled[members[from]!] = amount;
      } else {
        this.share(orders, members, from, to, amount, intervalIndex, filled);
      }
    }
  }

  /** One group, `members[from … to)`, that gets an amount between nothing and all. */
  share(
    orders: OrderColumns,
    members: Int32Array,
    from: number,
    to: number,
    amount: number,
    turn: number,
    filled: Float64Array,
  ): void {
    const count = to - from;
    this.#sortByNode(orders, members, from, to);
    this.#parts = roomFor(this.#parts, count);
    this.#nodeParts = roomFor(this.#nodeParts, count);
    const sorted = this.#sorted;
    const parts = this.#parts;
    const nodeParts = this.#nodeParts;
    let nodes = 0;
    for (let at = 0; at < count; at++) {
      const order = sorted[at]!;
      if (at === 0 || orders.node[order] !== orders.node[sorted[at - 1]!]) nodeParts[nodes++] = 0;
      parts[at] = orders.quantityWh[order]!;
      nodeParts[nodes - 1]! += parts[at]!;
    }
    this.#sharing.share(nodeParts, 0, nodes, amount, turn);
    if (nodes < count) this.#shareNodes(orders, count);
    const shares = nodes < count ? parts : nodeParts;
    for (let at = 0; at < count; at++) filled[sorted[at]!] = shares[at]!;
  }

  /** Each node's part among its orders. */
  #shareNodes(orders: OrderColumns, count: number): void {
    let node = 0;
    for (let from = 0; from < count; node++) {
      const atNode = orders.node[this.#sorted[from]!];
      let to = from + 1;
      while (to < count && orders.node[this.#sorted[to]!] === atNode) to++;
      this.#sharing.share(this.#parts, from, to, this.#nodeParts[node]!, 0);
      from = to;
    }
  }

  #sortByNode(orders: OrderColumns, members: Int32Array, from: number, to: number): void {
    this.#keys = roomFor(this.#keys, to - from);
    this.#sorted = roomFor(this.#sorted, to - from);
    const keys = this.#keys;
    const sorted = this.#sorted;
    const { rankOfId } = this.#grid;
    let isSorted = true;
    for (let at = from; at < to; at++) {
      const order = members[at]!;
      const key = rankOfId[orders.node[order]!]! * orders.count + order;
      keys[at - from] = key;
      if (at > from && key < keys[at - from - 1]!) isSorted = false;
    }
    if (!isSorted) keys.subarray(0, to - from).sort();
    for (let at = 0; at < to - from; at++) sorted[at] = isSorted ? members[from + at]! : keys[at]! % orders.count;
  }
}
