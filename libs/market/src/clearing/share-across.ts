import type { PreparedGrid } from '../grid/grid';
import type { Groups } from './groups';
import { roomFor } from './room';
import { SharedSide } from './shared-side';
import type { ZonePrices } from './zone-prices';
import type { Zones } from './zones';

const ASKS = 0;
const BIDS = 1;

/** Each side twice: what one side gives way to the grid may leave the other side room to be more even. */
const PASSES = [ASKS, BIDS, ASKS, BIDS] as const;

/**
 * The tie rule between zones. Where the price step over an edge is exactly its fee, energy may move over it at no loss:
 * zones joined by such edges are one *piece*, and the orders of a side whose limit is the price of their zone are alike
 * wherever they are in it. They share what they get in proportion to quantity, as far as the edges let them; welfare
 * stays the same.
 */
export class ShareAcross {
  readonly #grid: PreparedGrid;
  readonly #side: SharedSide;
  #joined: Uint8Array = new Uint8Array(0);
  #piece: Int32Array = new Int32Array(0);
  /** By piece: zones with marginal orders of a side, what these orders want, and what they got. */
  #zonesOf: Int32Array = new Int32Array(0);
  #wanted: Float64Array = new Float64Array(0);
  #got: Float64Array = new Float64Array(0);

  constructor(grid: PreparedGrid) {
    this.#grid = grid;
    this.#side = new SharedSide(grid);
  }

  /** Changes the groups' fills. False where they stay as they were. */
  share(zones: Zones, groups: Groups, prices: ZonePrices, turn: number): boolean {
    if (!this.#join(zones, prices)) return false;
    let hasEverChanged = false;
    for (let pass = 0; pass < PASSES.length; pass++) {
      const side = PASSES[pass]!;
      const hasChanged =
        this.#hasTie(zones, groups, prices, side) && this.#side.share(zones, groups, prices, side, turn, this.#joined);
      hasEverChanged ||= hasChanged;
      // Where the second side left everything as it was, the first would too.
      if (pass > 0 && !hasChanged) break;
    }
    return hasEverChanged;
  }

  /** Marks the zones whose edge upward costs exactly its fee, in whichever direction. */
  #join({ count, top, parent }: Zones, { price }: ZonePrices): boolean {
    const { feeUp, feeDown } = this.#grid;
    this.#joined = roomFor(this.#joined, count);
    this.#piece = roomFor(this.#piece, count);
    let hasJoined = false;
    this.#piece[0] = 0;
    for (let zone = 1; zone < count; zone++) {
      const step = price[zone]! - price[parent[zone]!]!;
      const isJoined = step === -feeUp[top[zone]!]! || step === feeDown[top[zone]!]!;
      this.#joined[zone] = isJoined ? 1 : 0;
      this.#piece[zone] = isJoined ? this.#piece[parent[zone]!]! : zone;
      hasJoined ||= isJoined;
    }
    return hasJoined;
  }

  /** Whether in some piece two zones have marginal orders of a side, and these get neither nothing nor everything. */
  #hasTie({ count }: Zones, groups: Groups, { price }: ZonePrices, side: 0 | 1): boolean {
    this.#zonesOf = roomFor(this.#zonesOf, count).fill(0, 0, count);
    this.#wanted = roomFor(this.#wanted, count).fill(0, 0, count);
    this.#got = roomFor(this.#got, count).fill(0, 0, count);
    for (let group = 0; group < groups.count; group++) {
      const zone = groups.zone[group]!;
      if (groups.isBid[group] !== side || groups.limit[group] !== price[zone]) continue;
      const piece = this.#piece[zone]!;
      this.#zonesOf[piece]!++;
      this.#wanted[piece]! += groups.quantity[group]!;
      this.#got[piece]! += groups.filled[group]!;
    }
    for (let piece = 0; piece < count; piece++) {
      const got = this.#got[piece]!;
      if (this.#zonesOf[piece]! > 1 && got > 0 && got < this.#wanted[piece]!) return true;
    }
    return false;
  }
}
