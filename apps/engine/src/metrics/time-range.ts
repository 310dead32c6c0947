import { Failure } from '@ceex/server';
import { isDay, nextDay, parseInstant, startOfLocalDay } from '@ceex/units';

/** A half-open stretch of time, in milliseconds since 1970. */
export interface TimeRange {
  readonly startMs: number;
  readonly endMs: number;
}

/** No answer covers more than five years, leap days included. */
const MAX_RANGE_MS = (5 * 365 + 2) * 86_400_000;

/**
 * The range of a query. An end that is a local day is included whole, an end that is an instant is not included.
 * Refused with `bad-request`: an instant that cannot be read, an end not after its start, more than five years.
 */
export function parseRange(query: { startDate: string; endDate: string }, timeZone: string): TimeRange {
  const startMs = readEnd('startDate', query.startDate, (day) => day, timeZone);
  const endMs = readEnd('endDate', query.endDate, nextDay, timeZone);
  if (endMs <= startMs) throw refused('endDate', 'must be after startDate');
  if (endMs - startMs > MAX_RANGE_MS) throw refused('endDate', 'must be at most five years after startDate');
  return { startMs, endMs };
}

function readEnd(path: string, text: string, boundary: (day: string) => string, timeZone: string): number {
  if (isDay(text)) return startOfLocalDay(boundary(text), timeZone);
  const instant = parseInstant(text);
  if (instant === null) throw refused(path, 'neither a local day nor an instant');
  return instant;
}

function refused(path: string, message: string): Failure {
  return new Failure('bad-request', { errors: [{ path, message }] });
}
