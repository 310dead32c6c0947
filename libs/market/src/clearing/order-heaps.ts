/**
 * Heaps of orders, the one with the least key on top: skew heaps over two columns of links, so that any two heaps
 * meld in O(log n) amortised, without recursion and without an object per order. A heap is named by its top order;
 * `NO_ORDER` is the empty one. Equal keys: the lower order number first.
 */
export class OrderHeaps {
  readonly #key: Float64Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;

  /** @param key by order number. */
  constructor(key: Float64Array) {
    this.#key = key;
    this.#left = new Int32Array(key.length).fill(NO_ORDER);
    this.#right = new Int32Array(key.length).fill(NO_ORDER);
  }

  /** Both heaps in one. */
  meld(a: number, b: number): number {
    if (a === NO_ORDER) return b;
    if (b === NO_ORDER) return a;
    const top = this.#comesBefore(b, a) ? b : a;
    let at = top;
    let rest = top === a ? b : a;
    for (;;) {
      let next = this.#right[at]!;
      this.#right[at] = this.#left[at]!;
      if (next === NO_ORDER) {
        this.#left[at] = rest;
        return top;
      }
      if (this.#comesBefore(rest, next)) [rest, next] = [next, rest];
      this.#left[at] = next;
      at = next;
    }
  }

  /** The heap without its top. */
  withoutTop(top: number): number {
    const heap = this.meld(this.#left[top]!, this.#right[top]!);
    this.#left[top] = NO_ORDER;
    this.#right[top] = NO_ORDER;
    return heap;
  }

  #comesBefore(a: number, b: number): boolean {
    const difference = this.#key[a]! - this.#key[b]!;
    return difference < 0 || (difference === 0 && a < b);
  }
}

/** The empty heap. */
export const NO_ORDER = -1;
