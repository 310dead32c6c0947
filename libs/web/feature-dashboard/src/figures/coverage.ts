import type { NodeMetrics } from '@ceex/contracts';
import { INTERVAL_MS } from '@ceex/units';

/** What is missing of a household's figures in a range. */
export type Gap =
  /** Its first figures come later than the range's start. */
  | { readonly kind: 'begins'; readonly startMs: number }
  /** So many intervals within have no readings. */
  | { readonly kind: 'missing'; readonly intervals: number };

/** Compares the cleared intervals with those there are up to the end of data; null where none is missing. */
export function gapOf({ end, dataUntil, points }: NodeMetrics, nodes: number): Gap | null {
  const first = points.findIndex(({ intervals }) => intervals > 0);
  const point = points[first];
  if (dataUntil === null || point === undefined) return null;
  const startMs = Date.parse(point.start);
  if (first > 0) return { kind: 'begins', startMs };
  const expected = (Math.min(Date.parse(end), Date.parse(dataUntil)) - startMs) / INTERVAL_MS;
  const missing = expected * nodes - points.reduce((sum, { intervals }) => sum + intervals, 0);
  return missing > 0 ? { kind: 'missing', intervals: missing } : null;
}
