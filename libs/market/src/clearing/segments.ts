import type { Groups } from './groups';
import { roomFor } from './room';

/**
 * Segments of net-supply curves: a quantity of one group, which switches on as the price rises (an ask is then sold, a
 * bid refused). First one segment a group, under the group's number; then the pieces that edges cut off.
 */
export class Segments {
  count = 0;
  group: Int32Array = new Int32Array(0);
  isBid: Uint8Array = new Uint8Array(0);
  quantity: Float64Array = new Float64Array(0);

  /** One segment a group, and room for as many pieces. */
  reset(groups: Groups, pieces: number): void {
    this.count = groups.count;
    this.group = roomFor(this.group, groups.count + pieces);
    this.isBid = roomFor(this.isBid, groups.count + pieces);
    this.quantity = roomFor(this.quantity, groups.count + pieces);
    for (let group = 0; group < groups.count; group++) {
      this.group[group] = group;
      this.isBid[group] = groups.isBid[group]!;
      this.quantity[group] = groups.quantity[group]!;
    }
  }

  /** Cuts all but `keptWh` off a segment; returns the piece cut off. */
  cut(segment: number, keptWh: number): number {
    const piece = this.count++;
    this.group[piece] = this.group[segment]!;
    this.isBid[piece] = this.isBid[segment]!;
    this.quantity[piece] = this.quantity[segment]! - keptWh;
    this.quantity[segment] = keptWh;
    return piece;
  }

  /** At one price asks come before bids, then lower numbers. */
  comesBefore(a: number, b: number): boolean {
    const sides = this.isBid[a]! - this.isBid[b]!;
    return sides < 0 || (sides === 0 && a < b);
  }
}
