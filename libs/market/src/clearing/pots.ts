import type { PreparedGrid } from '../grid/grid';
import type { Book } from './book';
import type { ClearedColumns } from './columns';
import type { Zones } from './zones';

/** How many orders shared how much. */
export interface Tie {
  readonly orders: number;
  readonly filledWh: number;
  readonly quantityWh: number;
}

/**
 * Who shared with whom, by what can be seen of a clearing. A *pot* is a part of the grid in which marginal energy can
 * move either way at no loss: nodes of one zone, and nodes over an edge whose price step is its fee and whose flow lies
 * strictly between what that price allows. Orders of one side in a pot whose limit is the price at their node share.
 */
export class Pots {
  readonly #pot: Int32Array;
  /** By 2 · pot + side. */
  readonly #orders: Int32Array;
  readonly #filledWh: Float64Array;
  readonly #quantityWh: Float64Array;

  constructor(grid: PreparedGrid, book: Book, cleared: ClearedColumns, { zoneOf }: Zones) {
    const nodeCount = grid.nodes.length;
    this.#pot = new Int32Array(nodeCount);
    this.#orders = new Int32Array(2 * nodeCount);
    this.#filledWh = new Float64Array(2 * nodeCount);
    this.#quantityWh = new Float64Array(2 * nodeCount);
    for (let node = 1; node < nodeCount; node++) {
      const above = grid.parent[node]!;
      const isJoined = zoneOf[node] === zoneOf[above] || movesFreely(grid, cleared, node);
      this.#pot[node] = isJoined ? this.#pot[above]! : node;
    }
    for (let order = 0; order < book.count; order++) {
      const node = book.node[order]!;
      const isMarginal = book.limitMicroPerKwh[order] === cleared.priceMicroPerKwh[node];
      if (!isMarginal || book.quantityWh[order] === 0) continue;
      const place = this.#place(node, book.isBid[order]!);
      this.#orders[place]!++;
      this.#filledWh[place]! += cleared.filledWh[order]!;
      this.#quantityWh[place]! += book.quantityWh[order]!;
    }
  }

  /** What the marginal orders of a side shared where a node is. */
  tieAt(node: number, isBid: number): Tie {
    const place = this.#place(node, isBid);
    return {
      orders: this.#orders[place]!,
      filledWh: this.#filledWh[place]!,
      quantityWh: this.#quantityWh[place]!,
    };
  }

  #place(node: number, isBid: number): number {
    return 2 * this.#pot[node]! + isBid;
  }
}

function movesFreely(grid: PreparedGrid, { flowWh, priceMicroPerKwh }: ClearedColumns, node: number): boolean {
  const feeUp = grid.feeUp[node]!;
  const feeDown = grid.feeDown[node]!;
  const step = priceMicroPerKwh[node]! - priceMicroPerKwh[grid.parent[node]!]!;
  const most = step === -feeUp ? grid.capacityUp[node]! : 0;
  const least = step === feeDown ? -grid.capacityDown[node]! : 0;
  return (step === -feeUp || step === feeDown) && least < flowWh[node]! && flowWh[node]! < most;
}
