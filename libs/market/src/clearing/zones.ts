import type { PreparedGrid } from '../grid/grid';
import type { OrderColumns } from './columns';
import { roomFor } from './room';

/**
 * The grid with what cannot matter contracted: nodes joined by edges without fee whose capacity cannot bind are one
 * zone. Zones are numbered in pre-order like nodes (zone 0 holds the root), so that a zone's parent has a lower number.
 */
export class Zones {
  count = 0;
  /** Zone of every node. */
  readonly zoneOf: Int32Array;
  /** The node of each zone that is nearest the root: the zone's edge upward is that node's. */
  readonly top: Int32Array;
  /** Zone above, −1 at zone 0. */
  readonly parent: Int32Array;
  readonly #grid: PreparedGrid;
  /** Whether any edge has a capacity; if none, zones are the same for all orders. */
  readonly #isRated: boolean;
  #asksBelow: Float64Array = new Float64Array(0);
  #bidsBelow: Float64Array = new Float64Array(0);

  constructor(grid: PreparedGrid) {
    const nodeCount = grid.nodes.length;
    this.#grid = grid;
    this.zoneOf = new Int32Array(nodeCount);
    this.top = new Int32Array(nodeCount);
    this.parent = new Int32Array(nodeCount);
    this.#isRated = hasCapacity(grid);
    if (!this.#isRated) this.#contractFreeEdges();
  }

  /** Contracts the grid for one interval's orders: their totals tell which capacities cannot bind. */
  contract(orders: OrderColumns): void {
    if (!this.#isRated) return;
    this.#sumBelow(orders);
    const { parent, feeUp, feeDown, capacityUp, capacityDown } = this.#grid;
    const asks = this.#asksBelow;
    const bids = this.#bidsBelow;
    const allAsks = asks[0]!;
    const allBids = bids[0]!;
    this.#begin();
    for (let node = 1; node < parent.length; node++) {
      const isFree = feeUp[node] === 0 && feeDown[node] === 0;
      const mostUp = Math.min(asks[node]!, allBids - bids[node]!);
      const mostDown = Math.min(bids[node]!, allAsks - asks[node]!);
      this.#place(node, isFree && capacityUp[node]! >= mostUp && capacityDown[node]! >= mostDown);
    }
  }

  #contractFreeEdges(): void {
    const { parent, feeUp, feeDown } = this.#grid;
    this.#begin();
    for (let node = 1; node < parent.length; node++) this.#place(node, feeUp[node] === 0 && feeDown[node] === 0);
  }

  #begin(): void {
    this.parent[0] = -1;
    this.count = 1;
  }

  #place(node: number, isInZoneAbove: boolean): void {
    const above = this.zoneOf[this.#grid.parent[node]!]!;
    if (isInZoneAbove) {
      this.zoneOf[node] = above;
      return;
    }
    const zone = this.count++;
    this.zoneOf[node] = zone;
    this.top[zone] = node;
    this.parent[zone] = above;
  }

  /** Energy offered and wanted in every node's subtree. */
  #sumBelow({ count, node, isBid, quantityWh }: OrderColumns): void {
    const { parent } = this.#grid;
    this.#asksBelow = roomFor(this.#asksBelow, parent.length).fill(0);
    this.#bidsBelow = roomFor(this.#bidsBelow, parent.length).fill(0);
    const asks = this.#asksBelow;
    const bids = this.#bidsBelow;
    for (let order = 0; order < count; order++) {
      if (isBid[order] === 1) bids[node[order]!]! += quantityWh[order]!;
      else asks[node[order]!]! += quantityWh[order]!;
    }
    for (let at = parent.length - 1; at > 0; at--) {
      asks[parent[at]!]! += asks[at]!;
      bids[parent[at]!]! += bids[at]!;
    }
  }
}

function hasCapacity({ capacityUp, capacityDown }: PreparedGrid): boolean {
  for (let node = 1; node < capacityUp.length; node++) {
    if (capacityUp[node] !== Infinity || capacityDown[node] !== Infinity) return true;
  }
  return false;
}
