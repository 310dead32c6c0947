/** A block larger than this is not kept between two verifications. */
const MOST_KEPT_BYTES = 1 << 23;

/**
 * Columns of zeros, all cut from one block that the next verification uses again: thousands of small clearings are
 * verified one after the other, and making and dropping forty arrays for each would take longer than the checks.
 */
export class Memory {
  #block = new ArrayBuffer(1 << 14);
  #used = 0;

  /** Gives everything back. Columns handed out before must not be used any more. */
  reset(): void {
    if (this.#used > this.#block.byteLength && this.#used <= MOST_KEPT_BYTES) {
      this.#block = new ArrayBuffer(2 * this.#used);
    }
    this.#used = 0;
  }

  /** `length` zeros. */
  numbers(length: number): Float64Array {
    const from = this.#take(8 * length);
    return from < 0 ? new Float64Array(length) : new Float64Array(this.#block, from, length).fill(0);
  }

  /** `length` zeros, for whole numbers of 32 bits. */
  integers(length: number): Int32Array {
    const from = this.#take(4 * length);
    return from < 0 ? new Int32Array(length) : new Int32Array(this.#block, from, length).fill(0);
  }

  /** Where the next column begins, or −1 where the block has no room for it. */
  #take(bytes: number): number {
    const from = this.#used;
    this.#used += Math.ceil(bytes / 8) * 8;
    return this.#used <= this.#block.byteLength ? from : -1;
  }
}
