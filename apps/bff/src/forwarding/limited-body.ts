import { Failure } from '@ceex/server';
import { Transform, type TransformCallback } from 'node:stream';

/** Passes a body on as it comes, and breaks off with `payload-too-large` at the first byte beyond `maxBytes`. */
export class LimitedBody extends Transform {
  private bytes = 0;

  constructor(private readonly maxBytes: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.bytes > this.maxBytes) done(new Failure('payload-too-large'));
    else done(null, chunk);
  }
}
