import type { Groups } from './groups';
import { roomFor } from './room';

/**
 * Net-supply curves as a stack of sorted runs. A *segment* is a quantity of one group at the price where it switches on
 * (an ask is then sold, a bid refused). A curve lies at the top of the stack in a handful of runs of falling size, each
 * sorted by price and cut at the curve's zero: what is *left* of it is on, what is *right* of it off, when the net
 * supply is zero. Merging runs only when the upper is at least half as long as the lower keeps them few and every
 * segment's merges logarithmic (the logarithmic method; J. Bentley and J. Saxe, "Decomposable searching problems",
 * 1980). What an edge adds to all prices left or right of zero is kept once for each run.
 *
 * Columns are public for the walk over them, which is hot.
 */
export class Runs {
  /** Segments, by place. */
  group: Int32Array = new Int32Array(0);
  quantity: Float64Array = new Float64Array(0);
  price: Float64Array = new Float64Array(0);
  /** Runs, by place in the stack: segments `[start, end)`, those before `zero` are left. */
  count = 0;
  start: Int32Array = new Int32Array(0);
  end: Int32Array = new Int32Array(0);
  zero: Int32Array = new Int32Array(0);
  /** Wh of segment `zero` that are left; between two edges only, for an edge cuts it in two. */
  part: Float64Array = new Float64Array(0);
  /** To be added to the prices left and right of zero; a segment with a part on either side counts as right. */
  leftShift: Float64Array = new Float64Array(0);
  rightShift: Float64Array = new Float64Array(0);

  #groups!: Groups;
  #spareGroup: Int32Array = new Int32Array(0);
  #spareQuantity: Float64Array = new Float64Array(0);
  #sparePrice: Float64Array = new Float64Array(0);

  /** Empties the stack. Every zone pushes its own groups once and may cut one segment in two. */
  reset(groups: Groups, zoneCount: number): void {
    const segments = groups.count + zoneCount;
    const runs = 2 * zoneCount;
    this.#groups = groups;
    this.count = 0;
    this.group = roomFor(this.group, segments);
    this.quantity = roomFor(this.quantity, segments);
    this.price = roomFor(this.price, segments);
    this.start = roomFor(this.start, runs);
    this.end = roomFor(this.end, runs);
    this.zero = roomFor(this.zero, runs);
    this.part = roomFor(this.part, runs);
    this.leftShift = roomFor(this.leftShift, runs);
    this.rightShift = roomFor(this.rightShift, runs);
  }

  /** Pushes groups, which are sorted by price, as a run whose first `leftWh` are left. */
  push(firstGroup: number, endGroup: number, leftWh: number): void {
    const { limit, quantity } = this.#groups;
    const run = this.#pushEmpty();
    let at = this.start[run]!;
    for (let group = firstGroup; group < endGroup; group++) {
      if (quantity[group] === 0) continue;
      this.group[at] = group;
      this.quantity[at] = quantity[group]!;
      this.price[at] = limit[group]!;
      at++;
    }
    this.end[run] = at;
    this.#setZero(run, leftWh);
  }

  /** Cuts the segment at a run's zero: its right part becomes a run of its own. */
  cutAtZero(run: number): void {
    const at = this.zero[run]!;
    const leftWh = this.part[run]!;
    const added = this.#pushEmpty();
    const place = this.start[added]!;
    this.group[place] = this.group[at]!;
    this.quantity[place] = this.quantity[at]! - leftWh;
    this.price[place] = this.price[at]! + this.rightShift[run]!;
    this.end[added] = place + 1;
    this.zero[added] = place;
    this.quantity[at] = leftWh;
    this.price[at]! += this.rightShift[run]! - this.leftShift[run]!;
    this.part[run] = 0;
    this.zero[run]!++;
  }

  /** Makes the runs from `first` on few and of falling size; empty ones go. */
  compact(first: number): void {
    const top = this.count;
    this.count = first;
    for (let run = first; run < top; run++) {
      if (this.start[run] === this.end[run]) continue;
      this.#copyRun(run, this.count++);
      while (this.count - first > 1 && this.#size(this.count - 2) < 2 * this.#size(this.count - 1)) this.#mergeTopTwo();
    }
  }

  /** Whether a segment's price comes before another's: at one price asks before bids, then lower zones, then lower places. */
  comesBefore(a: number, priceOfA: number, b: number, priceOfB: number): boolean {
    if (priceOfA !== priceOfB) return priceOfA < priceOfB;
    const { isBid } = this.#groups;
    const groupA = this.group[a]!;
    const groupB = this.group[b]!;
    if (isBid[groupA] !== isBid[groupB]) return isBid[groupA] === 0;
    return groupA < groupB || (groupA === groupB && a < b);
  }

  #size(run: number): number {
    return this.end[run]! - this.start[run]!;
  }

  #pushEmpty(): number {
    const run = this.count++;
    const place = run === 0 ? 0 : this.end[run - 1]!;
    this.start[run] = place;
    this.end[run] = place;
    this.zero[run] = place;
    this.part[run] = 0;
    this.leftShift[run] = 0;
    this.rightShift[run] = 0;
    return run;
  }

  #copyRun(from: number, to: number): void {
    if (from === to) return;
    this.start[to] = this.start[from]!;
    this.end[to] = this.end[from]!;
    this.zero[to] = this.zero[from]!;
    this.part[to] = this.part[from]!;
    this.leftShift[to] = this.leftShift[from]!;
    this.rightShift[to] = this.rightShift[from]!;
  }

  /** The place of a run's zero, given how much of it is left. */
  #setZero(run: number, leftWh: number): void {
    const end = this.end[run]!;
    let at = this.start[run]!;
    let missing = leftWh;
    while (at < end && this.quantity[at]! <= missing) missing -= this.quantity[at++]!;
    this.zero[run] = at;
    this.part[run] = at < end ? missing : 0;
  }

  /** Adds the shifts to the prices of a run. Returns how much of it is left of zero. */
  #settlePrices(run: number): number {
    const zero = this.zero[run]!;
    const end = this.end[run]!;
    const leftShift = this.leftShift[run]!;
    const rightShift = this.rightShift[run]!;
    let leftWh = this.part[run]!;
    for (let at = this.start[run]!; at < zero; at++) {
      this.price[at]! += leftShift;
      leftWh += this.quantity[at]!;
    }
    for (let at = zero; at < end; at++) this.price[at]! += rightShift;
    this.leftShift[run] = 0;
    this.rightShift[run] = 0;
    return leftWh;
  }

  /** Merges the two uppermost runs in place: the upper is set aside, then both are written from the back. */
  #mergeTopTwo(): void {
    const lower = this.count - 2;
    const upper = this.count - 1;
    const leftWh = this.#settlePrices(lower) + this.#settlePrices(upper);
    const lowerStart = this.start[lower]!;
    const upperSize = this.#setAside(upper);
    let a = this.end[lower]! - 1;
    let b = upperSize - 1;
    this.end[lower] = a + 1 + upperSize;
    const { group, quantity, price } = this;
    const spareGroup = this.#spareGroup;
    const spareQuantity = this.#spareQuantity;
    const sparePrice = this.#sparePrice;
    const { isBid } = this.#groups;
    for (let to = this.end[lower]! - 1; b >= 0; to--) {
      let lowerIsLast = a >= lowerStart && price[a]! >= sparePrice[b]!;
      if (lowerIsLast && price[a] === sparePrice[b]) {
        const sideDifference = isBid[group[a]!]! - isBid[spareGroup[b]!]!;
        lowerIsLast = sideDifference > 0 || (sideDifference === 0 && group[a]! > spareGroup[b]!);
      }
      if (lowerIsLast) {
        group[to] = group[a]!;
        quantity[to] = quantity[a]!;
        price[to] = price[a]!;
        a--;
      } else {
        group[to] = spareGroup[b]!;
        quantity[to] = spareQuantity[b]!;
        price[to] = sparePrice[b]!;
        b--;
      }
    }
    this.#setZero(lower, leftWh);
    this.count--;
  }

  #setAside(run: number): number {
    const start = this.start[run]!;
    const size = this.#size(run);
    this.#spareGroup = roomFor(this.#spareGroup, size);
    this.#spareQuantity = roomFor(this.#spareQuantity, size);
    this.#sparePrice = roomFor(this.#sparePrice, size);
    for (let at = 0; at < size; at++) {
      this.#spareGroup[at] = this.group[start + at]!;
      this.#spareQuantity[at] = this.quantity[start + at]!;
      this.#sparePrice[at] = this.price[start + at]!;
    }
    return size;
  }
}
