import type { PreparedGrid } from '../grid/grid';
import type { Groups } from './groups';
import { toOffsets } from './order-sort';
import { roomFor } from './room';
import { Sharing } from './share';
import type { ZonePrices } from './zone-prices';
import type { Zones } from './zones';

const NONE = -1;

/** Below this an overload before rounding is no more than the noise of floating point, Wh. */
const LEAST_OVERLOAD = 1e-6;

/**
 * One side of every piece shared evenly, the other fixed. Where even shares would overload edges, the most overloaded
 * one of each piece is cut and runs full, and both parts share again (after the decomposition algorithm of S. Fujishige,
 * "Lexicographically optimal base of a polymatroid with respect to a weight vector", 1980).
 */
export class SharedSide {
  readonly #grid: PreparedGrid;
  readonly #sharing = new Sharing();
  #zones!: Zones;
  #prices!: ZonePrices;
  /** 1 for asks, which send energy up, −1 for bids. */
  #sign = 1;
  /** By zone: its marginal group of the side, what that wants, its share, and the share before rounding. */
  #group: Int32Array = new Int32Array(0);
  #wanted: Float64Array = new Float64Array(0);
  #share: Float64Array = new Float64Array(0);
  #exact: Float64Array = new Float64Array(0);
  /** By zone: whether its edge joins it to the zone above, and the highest zone of its piece. */
  #joined: Uint8Array = new Uint8Array(0);
  #piece: Int32Array = new Int32Array(0);
  /** By piece: what its marginal orders get in all, its worst edge, and by how much that is overloaded. */
  #amount: Float64Array = new Float64Array(0);
  #worst: Int32Array = new Int32Array(0);
  #overload: Float64Array = new Float64Array(0);
  /** Zones with a marginal group, piece by piece, and their quantities. */
  #members: Int32Array = new Int32Array(0);
  #weights: Float64Array = new Float64Array(0);
  #offsets: Int32Array = new Int32Array(0);
  /** By zone: flow over its edge with the shares, and before rounding. */
  #flow: Float64Array = new Float64Array(0);
  #exactFlow: Float64Array = new Float64Array(0);

  constructor(grid: PreparedGrid) {
    this.#grid = grid;
  }

  /**
   * Changes the fills of a side's marginal groups.
   * @param joined by zone, 1 where the edge upward costs exactly its fee.
   * @returns false where everything stays as it was.
   */
  share(zones: Zones, groups: Groups, prices: ZonePrices, side: 0 | 1, turn: number, joined: Uint8Array): boolean {
    this.#begin(zones, prices, side, joined);
    this.#findMarginal(groups, side);
    this.#formPieces(true);
    for (;;) {
      // Cannot fail, since a way to fill each piece within its edges is known; if it did, that way stands.
      if (!this.#shareEvenly(turn)) return false;
      this.#sumFlows(groups);
      if (!this.#findOverloads()) break;
      this.#cutWorst();
      this.#formPieces(false);
    }
    let hasChanged = false;
    for (let zone = 0; zone < zones.count; zone++) {
      const group = this.#group[zone]!;
      if (group === NONE || groups.filled[group] === this.#share[zone]) continue;
      groups.filled[group] = this.#share[zone]!;
      hasChanged = true;
    }
    return hasChanged;
  }

  #begin(zones: Zones, prices: ZonePrices, side: 0 | 1, joined: Uint8Array): void {
    const { count } = zones;
    this.#zones = zones;
    this.#prices = prices;
    this.#sign = side === 0 ? 1 : -1;
    this.#group = roomFor(this.#group, count).fill(NONE, 0, count);
    this.#wanted = roomFor(this.#wanted, count).fill(0, 0, count);
    this.#share = roomFor(this.#share, count).fill(0, 0, count);
    this.#exact = roomFor(this.#exact, count);
    this.#joined = roomFor(this.#joined, count);
    for (let zone = 0; zone < count; zone++) this.#joined[zone] = joined[zone]!;
    this.#piece = roomFor(this.#piece, count);
    this.#amount = roomFor(this.#amount, count);
    this.#worst = roomFor(this.#worst, count);
    this.#overload = roomFor(this.#overload, count);
    this.#members = roomFor(this.#members, count);
    this.#weights = roomFor(this.#weights, count);
    this.#offsets = roomFor(this.#offsets, count + 1);
    this.#flow = roomFor(this.#flow, count);
    this.#exactFlow = roomFor(this.#exactFlow, count);
  }

  #findMarginal({ count, zone, limit, isBid, quantity, filled }: Groups, side: 0 | 1): void {
    const { price } = this.#prices;
    for (let group = 0; group < count; group++) {
      const at = zone[group]!;
      if (isBid[group] !== side || limit[group] !== price[at]) continue;
      this.#group[at] = group;
      this.#wanted[at] = quantity[group]!;
      this.#share[at] = filled[group]!;
    }
  }

  /** Pieces of joined zones, each named by its highest zone; at first also what each has to share. */
  #formPieces(isFirst: boolean): void {
    const { count, parent } = this.#zones;
    for (let zone = 0; zone < count; zone++) {
      const piece = zone > 0 && this.#joined[zone] === 1 ? this.#piece[parent[zone]!]! : zone;
      this.#piece[zone] = piece;
      if (!isFirst) continue;
      if (piece === zone) this.#amount[zone] = 0;
      this.#amount[piece]! += this.#share[zone]!;
    }
  }

  /** False where a piece has less or more than its orders can take. */
  #shareEvenly(turn: number): boolean {
    const { count } = this.#zones;
    const offsets = this.#offsets.fill(0, 0, count + 1);
    const piece = this.#piece;
    for (let zone = 0; zone < count; zone++) if (this.#wanted[zone]! > 0) offsets[piece[zone]!]!++;
    toOffsets(offsets, count + 1);
    for (let zone = 0; zone < count; zone++) {
      if (this.#wanted[zone]! === 0) continue;
      const at = offsets[piece[zone]!]!++;
      this.#members[at] = zone;
      this.#weights[at] = this.#wanted[zone]!;
    }
    // Each offset has moved to the end of its piece.
    for (let name = 0, from = 0; name < count; name++) {
      const to = offsets[name]!;
      if (this.#piece[name] === name && !this.#sharePiece(name, from, to, turn)) return false;
      from = to;
    }
    return true;
  }

  #sharePiece(piece: number, from: number, to: number, turn: number): boolean {
    const amount = this.#amount[piece]!;
    let total = 0;
    for (let at = from; at < to; at++) total += this.#weights[at]!;
    if (amount < 0 || amount > total) return false;
    this.#sharing.share(this.#weights, from, to, amount, turn);
    for (let at = from; at < to; at++) {
      const zone = this.#members[at]!;
      this.#share[zone] = this.#weights[at]!;
      this.#exact[zone] = (amount * this.#wanted[zone]!) / total;
    }
    return true;
  }

  #sumFlows({ count, zone, isBid, filled }: Groups): void {
    const zoneCount = this.#zones.count;
    const flow = this.#flow.fill(0, 0, zoneCount);
    const exactFlow = this.#exactFlow;
    for (let group = 0; group < count; group++) {
      const at = zone[group]!;
      if (group !== this.#group[at]) flow[at]! += isBid[group] === 1 ? -filled[group]! : filled[group]!;
    }
    for (let at = 0; at < zoneCount; at++) {
      const isMember = this.#wanted[at]! > 0;
      exactFlow[at] = flow[at]! + (isMember ? this.#sign * this.#exact[at]! : 0);
      flow[at]! += isMember ? this.#sign * this.#share[at]! : 0;
    }
    for (let at = zoneCount - 1; at > 0; at--) {
      flow[this.#zones.parent[at]!]! += flow[at]!;
      exactFlow[this.#zones.parent[at]!]! += exactFlow[at]!;
    }
  }

  /**
   * For every piece the inner edge that has most too much. Judged by the shares before rounding: after it the most
   * overloaded edge may be another one, and cutting that could leave a part that no longer fits.
   */
  #findOverloads(): boolean {
    const { count } = this.#zones;
    this.#worst.fill(NONE, 0, count);
    let hasOverload = false;
    for (let zone = 1; zone < count; zone++) {
      if (this.#joined[zone] === 0) continue;
      const most = this.#mostFlow(zone);
      const least = this.#leastFlow(zone);
      const flow = this.#flow[zone]!;
      const exact = this.#exactFlow[zone]!;
      const overload = Math.max(exact - most, least - exact);
      if (flow <= most && flow >= least && overload < LEAST_OVERLOAD) continue;
      hasOverload = true;
      const piece = this.#piece[zone]!;
      if (this.#worst[piece] !== NONE && overload <= this.#overload[piece]!) continue;
      this.#worst[piece] = zone;
      this.#overload[piece] = overload;
    }
    return hasOverload;
  }

  /** The most that may flow up over an edge while its price step is what it is: only downward where that costs the fee. */
  #mostFlow(zone: number): number {
    const edge = this.#zones.top[zone]!;
    return this.#step(zone) === -this.#grid.feeUp[edge]! ? this.#grid.capacityUp[edge]! : 0;
  }

  #leastFlow(zone: number): number {
    const edge = this.#zones.top[zone]!;
    return this.#step(zone) === this.#grid.feeDown[edge]! ? -this.#grid.capacityDown[edge]! : 0;
  }

  #step(zone: number): number {
    return this.#prices.price[zone]! - this.#prices.price[this.#zones.parent[zone]!]!;
  }

  /** Cuts the worst edge of each piece: it runs at its bound, and the part behind it gets what that leaves. */
  #cutWorst(): void {
    const { count } = this.#zones;
    for (let piece = 0; piece < count; piece++) {
      const zone = this.#worst[piece]!;
      if (zone === NONE) continue;
      const flow = this.#flow[zone]!;
      const bound = flow + this.#exactFlow[zone]! > 0 ? this.#mostFlow(zone) : this.#leastFlow(zone);
      const behind = this.#shareBehind(zone) - this.#sign * (flow - bound);
      this.#joined[zone] = 0;
      this.#amount[zone] = behind;
      this.#amount[piece]! -= behind;
    }
  }

  /** What the part of the piece behind a zone's edge has now. */
  #shareBehind(zone: number): number {
    const { count, top } = this.#zones;
    const end = this.#grid.end[top[zone]!]!;
    let sum = 0;
    for (let at = zone; at < count && top[at]! < end; at++) {
      if (this.#piece[at] === this.#piece[zone]) sum += this.#share[at]!;
    }
    return sum;
  }
}
