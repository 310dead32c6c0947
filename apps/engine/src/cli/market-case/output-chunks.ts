import { once } from 'node:events';
import type { Writable } from 'node:stream';

const CHUNK = 1 << 16;

/** Collects pieces of text as bytes, outside the heap's limit and without a longest text. */
export class OutputChunks {
  readonly #chunks: Buffer[] = [];
  #text = '';

  add(piece: string): void {
    this.#text += piece;
    if (this.#text.length >= CHUNK) this.#flush();
  }

  /** Writes everything; a reader that closes early has what it wanted, which is no error. */
  async writeTo(stream: Writable): Promise<void> {
    this.#flush();
    let isClosed = false;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      isClosed = true;
    });
    for (const chunk of this.#chunks) {
      if (isClosed) return;
      if (stream.write(chunk)) continue;
      // Closed, it says nothing more: `close` ends the wait too.
      await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => undefined);
    }
  }

  #flush(): void {
    if (this.#text !== '') this.#chunks.push(Buffer.from(this.#text));
    this.#text = '';
  }
}
