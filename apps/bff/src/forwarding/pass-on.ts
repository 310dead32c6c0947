import type { Response } from 'express';
import type { EngineAnswer } from './engine-client';

/** Of the engine's headers the browser gets these. */
export const PASSED_HEADERS = ['content-type', 'content-length', 'retry-after'] as const;

/** Gives status and headers of the engine's answer to the browser's. */
export function passOn({ status, headers }: EngineAnswer, response: Response): void {
  response.status(status);
  for (const name of PASSED_HEADERS) {
    const value: unknown = headers[name];
    if (typeof value === 'string') response.setHeader(name, value);
  }
}
