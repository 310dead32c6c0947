import { roomFor } from './room';
import type { Runs } from './runs';
import type { Segments } from './segments';
import { ZeroSearch } from './zero-search';

/** The end of the walk: at the root nothing flows on, so that only the zero is needed, and its runs are never merged. */
export class Root {
  readonly #zero = new ZeroSearch();
  #segment: Int32Array = new Int32Array(0);
  #price: Float64Array = new Float64Array(0);
  #isBid: Uint8Array = new Uint8Array(0);
  #quantity: Float64Array = new Float64Array(0);
  #least = 0;
  #most = 0;

  /** Adds what is left of zero to `on`, Wh by group. @param leftWh how much that is. */
  switchOn(runs: Runs, { group, isBid, quantity }: Segments, leftWh: number, on: Float64Array): void {
    const count = this.#collect(runs, isBid, quantity);
    const zero = this.#zero;
    zero.find(count, this.#price, this.#isBid, this.#quantity, leftWh, this.#least, this.#most);
    let partWh = zero.partWh;
    for (let at = 0; at < count; at++) {
      const price = this.#price[at]!;
      const isAtZero = price === zero.price && this.#isBid[at] === zero.isBid;
      const isLeft = price < zero.price || (price === zero.price && this.#isBid[at]! < zero.isBid);
      const onWh = isLeft ? this.#quantity[at]! : isAtZero ? Math.min(partWh, this.#quantity[at]!) : 0;
      on[group[this.#segment[at]!]!]! += onWh;
      if (isAtZero) partWh -= onWh;
    }
  }

  /** The segments of all runs side by side; returns how many. */
  #collect(runs: Runs, isBid: Uint8Array, quantity: Float64Array): number {
    let count = 0;
    for (let run = 0; run < runs.count; run++) count += runs.end[run]! - runs.start[run]!;
    this.#segment = roomFor(this.#segment, count);
    this.#price = roomFor(this.#price, count);
    this.#isBid = roomFor(this.#isBid, count);
    this.#quantity = roomFor(this.#quantity, count);
    this.#least = count > 0 ? Infinity : 0;
    this.#most = count > 0 ? -Infinity : 0;
    let to = 0;
    for (let run = 0; run < runs.count; run++) to = this.#append(runs, run, to, isBid, quantity);
    return count;
  }

  #append(runs: Runs, run: number, place: number, isBid: Uint8Array, quantity: Float64Array): number {
    runs.settlePrices(run);
    const end = runs.end[run]!;
    let to = place;
    for (let at = runs.start[run]!; at < end; at++, to++) {
      const segment = runs.segment[at]!;
      const price = runs.price[at]!;
      this.#segment[to] = segment;
      this.#price[to] = price;
      this.#isBid[to] = isBid[segment]!;
      this.#quantity[to] = quantity[segment]!;
      if (price < this.#least) this.#least = price;
      if (price > this.#most) this.#most = price;
    }
    return to;
  }
}
