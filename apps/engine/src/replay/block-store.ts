import type { PastBlock } from './past-block';

/** Blocks by key, the most recently used ones up to so many bytes. Blocks that are still being read count when they are there. */
export class BlockStore {
  /** From the one not used for longest to the one used last. */
  readonly #blocks = new Map<string, Promise<PastBlock>>();
  readonly #bytes = new Map<Promise<PastBlock>, number>();
  #totalBytes = 0;

  constructor(private readonly maxBytes: number) {}

  get totalBytes(): number {
    return this.#totalBytes;
  }

  get(key: string): Promise<PastBlock> | undefined {
    const block = this.#blocks.get(key);
    if (block === undefined) return undefined;
    this.#blocks.delete(key);
    this.#blocks.set(key, block);
    return block;
  }

  /** Keeps a block that is being read; one that cannot be read is forgotten, so that the next call tries again. */
  set(key: string, block: Promise<PastBlock>): void {
    this.delete(key);
    this.#blocks.set(key, block);
    block.then(
      ({ memory }) => {
        if (this.#blocks.get(key) !== block) return;
        this.#bytes.set(block, memory.byteLength);
        this.#totalBytes += memory.byteLength;
        this.#evict();
      },
      () => {
        if (this.#blocks.get(key) === block) this.delete(key);
      },
    );
  }

  delete(key: string): void {
    const block = this.#blocks.get(key);
    if (block === undefined) return;
    this.#totalBytes -= this.#bytes.get(block) ?? 0;
    this.#bytes.delete(block);
    this.#blocks.delete(key);
  }

  #evict(): void {
    for (const [key, block] of this.#blocks) {
      if (this.#totalBytes <= this.maxBytes) return;
      if (this.#bytes.has(block)) this.delete(key);
    }
  }
}
