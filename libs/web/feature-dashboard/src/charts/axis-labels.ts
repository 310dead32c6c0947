import type { Resolution } from '@ceex/contracts';
import { localDay, startOfLocalDay } from '@ceex/units';
import type { Formats, MomentStyle } from '@ceex/web-ui';

const DAY_MS = 86_400_000;

interface Starts {
  readonly startMs: number;
}

/** Room a label needs, in px. */
const LABEL_PX: Readonly<Record<Resolution, number>> = { interval: 56, hour: 56, day: 56, month: 40 };

function styleOf(resolution: Resolution, days: number): MomentStyle {
  if (resolution === 'month') return 'shortMonth';
  if (resolution === 'interval') return 'time';
  return days <= 8 ? 'weekday' : 'shortDay';
}

/**
 * The labels of a time axis, one for each bucket, empty where there is no room for one. Hours are labelled by their
 * day at its midnight; the distance between labels is the same throughout.
 */
export function axisLabels(
  buckets: readonly Starts[],
  resolution: Resolution,
  widthPx: number,
  timeZone: string,
  formats: Formats,
): string[] {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days = (last.startMs - first.startMs) / DAY_MS + 1;
  const style = styleOf(resolution, days);
  const candidates = buckets.flatMap(({ startMs }, index) =>
    resolution !== 'hour' || startOfLocalDay(localDay(startMs, timeZone), timeZone) === startMs ? [index] : [],
  );
  const room = Math.max(1, Math.floor(widthPx / (style === 'weekday' ? 40 : LABEL_PX[resolution])));
  const every = Math.ceil(candidates.length / room);
  const shown = new Set(candidates.filter((_, position) => position % every === 0));
  return buckets.map(({ startMs }, index) => (shown.has(index) ? formats.moment(startMs, style, timeZone) : ''));
}

/** A bucket's time in full, for tooltips and tables. */
export function bucketName(
  { startMs, endMs }: Starts & { readonly endMs: number },
  resolution: Resolution,
  timeZone: string,
  formats: Formats,
): string {
  switch (resolution) {
    case 'interval':
    case 'hour':
      return `${formats.moment(startMs, 'dayTime', timeZone)}–${formats.moment(endMs, 'time', timeZone)}`;
    case 'day':
      return formats.moment(startMs, 'day', timeZone);
    case 'month': {
      const whole = startsMonth(startMs, timeZone) && startsMonth(endMs, timeZone);
      return whole ? formats.moment(startMs, 'month', timeZone) : formats.days(startMs, endMs - 1, timeZone);
    }
  }
}

function startsMonth(epochMs: number, timeZone: string): boolean {
  return localDay(epochMs, timeZone).endsWith('-01');
}
