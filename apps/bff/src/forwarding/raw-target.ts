import { Failure } from '@ceex/server';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

const MAX_LENGTH = 2_048;
const PATH = /^(?:\/[A-Za-z0-9_.:~-]*)+$/;
const QUERY = /^[\x21-\x7e]*$/;

/**
 * Whether a request target, as it came over the wire, has one meaning only: origin form, a path of plain characters
 * without empty, `.` or `..` segments, no escapes, no backslashes, no control characters. What else there is has no
 * honest use here, and two programs might read it in two ways.
 */
export function isPlainTarget(target: string): boolean {
  if (target.length > MAX_LENGTH) return false;
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  if (!PATH.test(path) || !QUERY.test(mark < 0 ? '' : target.slice(mark + 1))) return false;
  // Only the root, and the end of a path, may be an empty segment.
  const segments = path.split('/').slice(1, -1);
  return !segments.includes('') && !path.split('/').some((segment) => segment === '.' || segment === '..');
}

const logger = new Logger('RawTarget');

/** Express middleware: answers `not-found` to everything but plain targets, before anything else reads them. */
export function refuseOddTargets(request: Request, _response: Response, next: NextFunction): void {
  if (isPlainTarget(request.url)) return next();
  logger.warn({ msg: 'refused a request target', target: request.url.slice(0, 200), address: request.ip });
  next(new Failure('not-found'));
}
