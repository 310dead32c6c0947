import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

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
    const passOver = (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    };
    // The stream may find out after the last chunk was handed over.
    stream.on('error', passOver);
    await pipeline(Readable.from(this.#chunks), stream, { end: false }).catch(passOver);
  }

  #flush(): void {
    if (this.#text !== '') this.#chunks.push(Buffer.from(this.#text));
    this.#text = '';
  }
}
