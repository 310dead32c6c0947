import type { Groups } from './groups';

/**
 * Segments of net-supply curves as columns: a segment is a quantity of one group at the price where it switches on
 * (an ask is then sold, a bid refused). A zone's curve is a *run* of consecutive segments sorted by price, asks before
 * bids at one price. Every zone has room for its groups and one more, since splitting its curve at zero may cut one
 * segment in two; a subtree's curve therefore fits the subtree's own room and nothing is allocated on the way.
 */
export class Segments {
  readonly #groups: Groups;
  #group: Int32Array;
  #quantity: Float64Array;
  #price: Float64Array;
  /** The same columns once more, to merge into. */
  #spareGroup: Int32Array;
  #spareQuantity: Float64Array;
  #sparePrice: Float64Array;

  constructor(groups: Groups, zoneCount: number) {
    const room = groups.count + zoneCount;
    this.#groups = groups;
    this.#group = new Int32Array(room);
    this.#quantity = new Float64Array(room);
    this.#price = new Float64Array(room);
    this.#spareGroup = new Int32Array(room);
    this.#spareQuantity = new Float64Array(room);
    this.#sparePrice = new Float64Array(room);
  }

  /** Writes a zone's own groups as a run from `at`; returns its end. */
  place(firstGroup: number, endGroup: number, at: number): number {
    let end = at;
    for (let group = firstGroup; group < endGroup; group++, end++) {
      this.#group[end] = group;
      this.#quantity[end] = this.#groups.quantity[group]!;
      this.#price[end] = this.#groups.limit[group]!;
    }
    return end;
  }

  group(at: number): number {
    return this.#group[at]!;
  }

  quantity(at: number): number {
    return this.#quantity[at]!;
  }

  setQuantity(at: number, quantity: number): void {
    this.#quantity[at] = quantity;
  }

  /** Moves the prices of segments `[from, to)`. */
  shiftPrices(from: number, to: number, by: number): void {
    for (let at = from; at < to; at++) this.#price[at]! += by;
  }

  /** Cuts a segment of the run that ends at `end` in two, the left part holding `left`. Returns the new end. */
  cut(at: number, left: number, end: number): number {
    this.#group.copyWithin(at + 1, at, end);
    this.#quantity.copyWithin(at + 1, at, end);
    this.#price.copyWithin(at + 1, at, end);
    this.#quantity[at] = left;
    this.#quantity[at + 1]! -= left;
    return end + 1;
  }

  /**
   * Merges runs into one that starts at `target`; at equal price and side the earlier run in the list comes first.
   * Runs lie at or beyond `target`. Returns the end of the merged run. Pairwise rounds: O(segments · log runs).
   */
  merge(starts: number[], ends: number[], target: number): number {
    let count = starts.length;
    let isSpare = false;
    while (count > 1) {
      let to = target;
      let merged = 0;
      for (let run = 0; run < count; run += 2) {
        const start = to;
        const second = run + 1 < count ? run + 1 : run;
        to = this.#mergeTwo(
          starts[run]!,
          ends[run]!,
          second > run ? starts[second]! : 0,
          second > run ? ends[second]! : 0,
          to,
        );
        starts[merged] = start;
        ends[merged] = to;
        merged++;
      }
      count = merged;
      this.#swap();
      isSpare = !isSpare;
    }
    const end = ends[0]!;
    if (isSpare) this.#bringBack(target, end);
    return end;
  }

  #mergeTwo(a: number, aEnd: number, b: number, bEnd: number, to: number): number {
    while (a < aEnd || b < bEnd) {
      const from = b >= bEnd || (a < aEnd && !this.#comesBefore(b, a)) ? a++ : b++;
      this.#spareGroup[to] = this.#group[from]!;
      this.#spareQuantity[to] = this.#quantity[from]!;
      this.#sparePrice[to] = this.#price[from]!;
      to++;
    }
    return to;
  }

  #comesBefore(b: number, a: number): boolean {
    const difference = this.#price[b]! - this.#price[a]!;
    if (difference !== 0) return difference < 0;
    const { isBid } = this.#groups;
    return isBid[this.#group[b]!]! < isBid[this.#group[a]!]!;
  }

  #swap(): void {
    [this.#group, this.#spareGroup] = [this.#spareGroup, this.#group];
    [this.#quantity, this.#spareQuantity] = [this.#spareQuantity, this.#quantity];
    [this.#price, this.#sparePrice] = [this.#sparePrice, this.#price];
  }

  /** After an odd number of rounds: the run into the main columns, where the other zones' runs are. */
  #bringBack(from: number, to: number): void {
    this.#swap();
    for (let at = from; at < to; at++) {
      this.#group[at] = this.#spareGroup[at]!;
      this.#quantity[at] = this.#spareQuantity[at]!;
      this.#price[at] = this.#sparePrice[at]!;
    }
  }
}
