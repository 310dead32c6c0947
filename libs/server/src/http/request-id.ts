import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

export const REQUEST_ID_HEADER = 'x-request-id';
const PLAUSIBLE = /^[0-9A-Za-z-]{8,64}$/;

/**
 * Gives every request an id, before anything else sees it. With `trustCaller` a plausible one that came along is kept
 * (the engine, called by the BFF); otherwise it is always our own, so that nobody writes into our logs.
 */
export function requestIds(trustCaller: boolean) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const given = request.headers[REQUEST_ID_HEADER];
    const id = trustCaller && typeof given === 'string' && PLAUSIBLE.test(given) ? given : randomUUID();
    request.id = id;
    response.setHeader(REQUEST_ID_HEADER, id);
    next();
  };
}

/** The id that `requestIds` gave. */
export function requestIdOf(request: IncomingMessage): string | undefined {
  return request.id === undefined ? undefined : String(request.id);
}
