import { MAX_POINTS, type Resolution } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { INTERVAL_MS } from '@ceex/units';
import type { TimeRange } from './time-range';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** An autumn day has 25 hours; a range counts as so many days all the same. */
const CLOCK_CHANGE_MS = HOUR_MS;

/** The finest resolution that a chart of this range can show well. */
export function chooseResolution({ startMs, endMs }: TimeRange): Resolution {
  const length = endMs - startMs - CLOCK_CHANGE_MS;
  if (length <= 2 * DAY_MS) return 'interval';
  if (length <= 14 * DAY_MS) return 'hour';
  return length <= 400 * DAY_MS ? 'day' : 'month';
}

/** The resolution asked for, or a fitting one. Refused with `too-many-points` when the range is too long for it. */
export function resolutionFor(range: TimeRange, asked: Resolution | undefined): Resolution {
  if (asked === undefined) return chooseResolution(range);
  const step = { interval: INTERVAL_MS, hour: HOUR_MS, day: DAY_MS, month: 28 * DAY_MS }[asked];
  const points = Math.ceil((range.endMs - range.startMs) / step);
  if (points > MAX_POINTS) {
    throw new Failure('too-many-points', {
      detail: `At resolution ${asked} the range has ${points} points, more than ${MAX_POINTS}.`,
    });
  }
  return asked;
}
