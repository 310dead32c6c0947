const BLOCK_BITS = 1024;

/** The intervals that a series has had a reading for: a bit each, in blocks of about ten days. */
export class SeenIntervals {
  readonly #blocks = new Map<number, Uint32Array>();
  #lastBlock = Number.NaN;
  #last: Uint32Array = new Uint32Array(0);

  /** Notes an interval and says whether it is new. */
  add(index: number): boolean {
    const block = Math.floor(index / BLOCK_BITS);
    if (block !== this.#lastBlock) this.#open(block);
    const bit = index - block * BLOCK_BITS;
    const word = bit >>> 5;
    const mask = 1 << (bit & 31);
    const before = this.#last[word] as number;
    this.#last[word] = before | mask;
    return (before & mask) === 0;
  }

  /** All intervals, in ascending order. */
  *values(): Generator<number> {
    for (const block of [...this.#blocks.keys()].sort((a, b) => a - b)) {
      const words = this.#blocks.get(block) as Uint32Array;
      for (let bit = 0; bit < BLOCK_BITS; bit++) {
        if (((words[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) yield block * BLOCK_BITS + bit;
      }
    }
  }

  #open(block: number): void {
    let words = this.#blocks.get(block);
    if (words === undefined) {
      words = new Uint32Array(BLOCK_BITS / 32);
      this.#blocks.set(block, words);
    }
    this.#lastBlock = block;
    this.#last = words;
  }
}
