import { roomFor } from './room';
import type { Segments } from './segments';

/**
 * Net-supply curves as a stack of sorted runs. A curve lies at the top of the stack in a handful of runs of falling
 * size, each sorted by price and cut at the curve's zero: what is *left* of it is on, what is *right* of it off, when
 * the net supply is zero. Merging runs only when the upper is at least half as long as the lower keeps them few and
 * every segment's merges logarithmic (the logarithmic method; J. Bentley and J. Saxe, "Decomposable searching problems",
 * 1980). What an edge adds to all prices left or right of zero is kept once for each run.
 *
 * Columns are public for the walk over them, which is hot.
 */
export class Runs {
  /** By place. */
  segment: Int32Array = new Int32Array(0);
  price: Float64Array = new Float64Array(0);
  /** By run: places `[start, end)`, those before `zero` are left. */
  count = 0;
  start: Int32Array = new Int32Array(0);
  zero: Int32Array = new Int32Array(0);
  end: Int32Array = new Int32Array(0);
  /** Wh of the segment at `zero` that are left; between two edges only, for an edge cuts it in two. */
  part: Float64Array = new Float64Array(0);
  /** To be added to the prices left and right of zero; a segment with a part on either side counts as right. */
  leftShift: Float64Array = new Float64Array(0);
  rightShift: Float64Array = new Float64Array(0);
  /** Prices beside zero, shifts included: the last on the left and the first on the right; infinite where is none. */
  lastLeft: Float64Array = new Float64Array(0);
  firstRight: Float64Array = new Float64Array(0);

  readonly #segments: Segments;
  #spareSegment: Int32Array = new Int32Array(0);
  #sparePrice: Float64Array = new Float64Array(0);

  constructor(segments: Segments) {
    this.#segments = segments;
  }

  /** Empties the stack and makes room. */
  reset(places: number, runs: number): void {
    this.count = 0;
    this.segment = roomFor(this.segment, places);
    this.price = roomFor(this.price, places);
    this.start = roomFor(this.start, runs);
    this.zero = roomFor(this.zero, runs);
    this.end = roomFor(this.end, runs);
    this.part = roomFor(this.part, runs);
    this.leftShift = roomFor(this.leftShift, runs);
    this.rightShift = roomFor(this.rightShift, runs);
    this.lastLeft = roomFor(this.lastLeft, runs);
    this.firstRight = roomFor(this.firstRight, runs);
  }

  /** Pushes segments `[from, to)`, which are sorted by price, as a run whose first `leftWh` are left. */
  push(from: number, to: number, price: Float64Array, leftWh: number): void {
    const run = this.#pushEmpty();
    const { quantity } = this.#segments;
    let end = this.end[run]!;
    for (let segment = from; segment < to; segment++) {
      if (quantity[segment] === 0) continue;
      this.segment[end] = segment;
      this.price[end] = price[segment]!;
      end++;
    }
    this.end[run] = end;
    this.#setZero(run, leftWh);
  }

  /** Cuts the segment at a run's zero: its right part becomes a run of its own. */
  cutAtZero(run: number): void {
    const at = this.zero[run]!++;
    const price = this.price[at]! + this.rightShift[run]!;
    const piece = this.#segments.cut(this.segment[at]!, this.part[run]!);
    this.part[run] = 0;
    this.price[at] = price - this.leftShift[run]!;
    this.refresh(run);
    const added = this.#pushEmpty();
    const place = this.end[added]!++;
    this.segment[place] = piece;
    this.price[place] = price;
    this.refresh(added);
  }

  /** Makes the runs from `first` on few and of falling size; empty ones go. */
  compact(first: number): void {
    const top = this.count;
    this.count = first;
    for (let run = first; run < top; run++) {
      if (this.start[run] === this.end[run]) continue;
      if (run !== this.count) this.#copyRun(run, this.count);
      this.count++;
      while (this.count - first > 1 && this.#sizeOf(this.count - 2) < 2 * this.#sizeOf(this.count - 1)) {
        this.#mergeTopTwo();
      }
    }
  }

  /** Makes the runs from `first` on one, whose zero is where as much is left as before. */
  mergeAll(first: number): void {
    while (this.count - first > 1) this.#mergeTopTwo();
  }

  /** Segments in the runs from `first` on. */
  size(first: number): number {
    let size = 0;
    for (let run = first; run < this.count; run++) size += this.#sizeOf(run);
    return size;
  }

  /** Adds the shifts to the prices of a run. Returns how much of it is left of zero. */
  settlePrices(run: number): number {
    const zero = this.zero[run]!;
    const end = this.end[run]!;
    const { price, segment } = this;
    const { quantity } = this.#segments;
    const leftShift = this.leftShift[run]!;
    const rightShift = this.rightShift[run]!;
    let leftWh = this.part[run]!;
    for (let at = this.start[run]!; at < zero; at++) {
      price[at]! += leftShift;
      leftWh += quantity[segment[at]!]!;
    }
    for (let at = zero; at < end; at++) price[at]! += rightShift;
    this.leftShift[run] = 0;
    this.rightShift[run] = 0;
    return leftWh;
  }

  /** Reads the prices beside a run's zero anew. */
  refresh(run: number): void {
    const zero = this.zero[run]!;
    const isEmptyRight = zero === this.end[run];
    const atZero = isEmptyRight ? Infinity : this.price[zero]! + this.rightShift[run]!;
    this.firstRight[run] = atZero;
    if (this.part[run]! > 0) this.lastLeft[run] = atZero;
    else if (zero === this.start[run]) this.lastLeft[run] = -Infinity;
    else this.lastLeft[run] = this.price[zero - 1]! + this.leftShift[run]!;
  }

  #sizeOf(run: number): number {
    return this.end[run]! - this.start[run]!;
  }

  #pushEmpty(): number {
    const run = this.count++;
    const place = run === 0 ? 0 : this.end[run - 1]!;
    this.start[run] = place;
    this.zero[run] = place;
    this.end[run] = place;
    this.part[run] = 0;
    this.leftShift[run] = 0;
    this.rightShift[run] = 0;
    return run;
  }

  #copyRun(from: number, to: number): void {
    this.start[to] = this.start[from]!;
    this.zero[to] = this.zero[from]!;
    this.end[to] = this.end[from]!;
    this.part[to] = this.part[from]!;
    this.leftShift[to] = this.leftShift[from]!;
    this.rightShift[to] = this.rightShift[from]!;
    this.lastLeft[to] = this.lastLeft[from]!;
    this.firstRight[to] = this.firstRight[from]!;
  }

  /** The place of a run's zero, given how much of it is left. */
  #setZero(run: number, leftWh: number): void {
    const { segment } = this;
    const { quantity } = this.#segments;
    const end = this.end[run]!;
    let at = this.start[run]!;
    let missing = leftWh;
    while (at < end && quantity[segment[at]!]! <= missing) missing -= quantity[segment[at++]!]!;
    this.zero[run] = at;
    this.part[run] = at < end ? missing : 0;
    this.refresh(run);
  }

  /** Merges the two uppermost runs in place: the upper is set aside, then both are written from the back. */
  #mergeTopTwo(): void {
    const upper = --this.count;
    const lower = upper - 1;
    const leftWh = this.settlePrices(lower) + this.settlePrices(upper);
    const upperSize = this.#setAside(upper);
    const { segment, price } = this;
    const spareSegment = this.#spareSegment;
    const sparePrice = this.#sparePrice;
    const lowerStart = this.start[lower]!;
    let a = this.end[lower]! - 1;
    let b = upperSize - 1;
    let to = a + upperSize;
    this.end[lower] = to + 1;
    for (; b >= 0 && a >= lowerStart; to--) {
      const priceA = price[a]!;
      const priceB = sparePrice[b]!;
      const isLowerLast =
        priceA > priceB || (priceA === priceB && this.#segments.comesBefore(spareSegment[b]!, segment[a]!));
      if (isLowerLast) {
        segment[to] = segment[a]!;
        price[to] = priceA;
        a--;
      } else {
        segment[to] = spareSegment[b]!;
        price[to] = priceB;
        b--;
      }
    }
    for (; b >= 0; to--, b--) {
      segment[to] = spareSegment[b]!;
      price[to] = sparePrice[b]!;
    }
    this.#setZero(lower, leftWh);
  }

  #setAside(run: number): number {
    const start = this.start[run]!;
    const size = this.#sizeOf(run);
    this.#spareSegment = roomFor(this.#spareSegment, size);
    this.#sparePrice = roomFor(this.#sparePrice, size);
    const { segment, price } = this;
    const spareSegment = this.#spareSegment;
    const sparePrice = this.#sparePrice;
    for (let at = 0; at < size; at++) {
      spareSegment[at] = segment[start + at]!;
      sparePrice[at] = price[start + at]!;
    }
    return size;
  }
}
