import { Failure } from '@ceex/server';
import type { Request } from 'express';

/** What an upload's request must offer. */
export type Upload = Pick<Request, 'headers' | 'complete'> & AsyncIterable<Uint8Array>;

/**
 * The body of an upload as it comes in, and no more than `maxBytes` of it. Refused at once with `payload-too-large`
 * where its announced length says so, with `unsupported-media-type` where it is packed; a body that turns out too long
 * or breaks off makes the stream fail.
 */
export function importStream(request: Upload, maxBytes: number): AsyncIterable<Uint8Array> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Failure('unsupported-media-type', { detail: `content-encoding ${encoding} is not taken` });
  }
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  return limited(request, maxBytes);
}

async function* limited(request: Upload, maxBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of request) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Failure ? error : brokenOff();
  }
  // A client that goes away in the middle must not pass for one that has sent everything.
  if (!request.complete) throw brokenOff();
}

function brokenOff(): Failure {
  return new Failure('bad-request', { detail: 'The upload broke off.' });
}

/** The rest is not read: the connection ends with the answer. */
function tooLarge(maxBytes: number): Failure {
  return new Failure('payload-too-large', {
    detail: `At most ${maxBytes} bytes can be imported at once.`,
    headers: { connection: 'close' },
  });
}
