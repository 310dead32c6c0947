import compression from 'compression';
import type { Request, Response } from 'express';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

const THRESHOLD_BYTES = 1_024;
const compress = compression({ threshold: THRESHOLD_BYTES });

/** Whether an answer of the engine may be large enough: a small one is not worth the detour. */
export function isWorthCompressing({ 'content-length': length }: IncomingHttpHeaders): boolean {
  return length === undefined || Number(length) >= THRESHOLD_BYTES;
}

/** From now on, what is written to `response` is compressed as the browser likes it. Call it before the head is written. */
export function compressAnswer(request: IncomingMessage, response: ServerResponse): void {
  // It needs nothing of Express.
  compress(request as Request, response as Response, () => undefined);
}
