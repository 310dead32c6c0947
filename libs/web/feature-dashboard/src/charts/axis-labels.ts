import type { Resolution } from '@ceex/contracts';
import { localDay, startOfLocalDay } from '@ceex/units';
import type { Formats, MomentStyle } from '@ceex/web-ui';

const DAY_MS = 86_400_000;

interface Starts {
  readonly startMs: number;
}

/** Room a label needs, in px. */
const ROOM_PX: Readonly<Partial<Record<MomentStyle, number>>> = { weekday: 48, shortWeekday: 30, shortMonth: 36 };
const USUAL_ROOM_PX = 56;
const DAYS_BY_NAME = 8;

function styleOf(resolution: Resolution, days: number, widthPx: number): MomentStyle {
  if (resolution === 'month') return 'shortMonth';
  if (days > DAYS_BY_NAME) return 'shortDay';
  return widthPx / days < (ROOM_PX.weekday ?? USUAL_ROOM_PX) ? 'shortWeekday' : 'weekday';
}

/** Clock times are read in steps that divide a day. */
const HOUR_STEPS = [1, 2, 3, 4, 6, 8, 12, 24];
const HOUR_MS = 3_600_000;

/** Quarters of an hour are labelled by the full hours that begin with them, from midnight on. */
function hourLabels(
  buckets: readonly Starts[],
  widthPx: number,
  timeZone: string,
  formats: Pick<Formats, 'moment'>,
): string[] {
  const room = Math.max(1, Math.floor(widthPx / USUAL_ROOM_PX));
  const hours = Math.ceil(buckets.length / 4);
  const step = HOUR_STEPS.find((candidate) => hours / candidate <= room) ?? 24;
  return buckets.map(({ startMs }) => {
    const text = formats.moment(startMs, 'time', timeZone);
    const isShown = startMs % HOUR_MS === 0 && Number(text.slice(0, 2)) % step === 0;
    return isShown ? text : '';
  });
}

/** Hours are labelled by their day, at its noon: so the label stands below the middle of the day. */
function isNoon(epochMs: number, timeZone: string): boolean {
  return epochMs - startOfLocalDay(localDay(epochMs, timeZone), timeZone) === DAY_MS / 2;
}

/**
 * The labels of a time axis, one for each bucket, empty where there is no room for one. The distance between labels
 * is the same throughout.
 */
export function axisLabels(
  buckets: readonly Starts[],
  resolution: Resolution,
  widthPx: number,
  timeZone: string,
  formats: Pick<Formats, 'moment'>,
): string[] {
  const [from, to] = [buckets[0], buckets.at(-1)];
  if (from === undefined || to === undefined) return [];
  if (resolution === 'interval') return hourLabels(buckets, widthPx, timeZone, formats);
  const days = Math.ceil((to.startMs - from.startMs + 1) / DAY_MS);
  const style = styleOf(resolution, days, widthPx);
  const candidates = buckets.flatMap(({ startMs }, index) =>
    resolution !== 'hour' || isNoon(startMs, timeZone) ? [index] : [],
  );
  const room = Math.max(1, Math.floor(widthPx / (ROOM_PX[style] ?? USUAL_ROOM_PX)));
  const every = Math.ceil(candidates.length / room);
  // Not below the first of many narrow bars: there the label would reach under the figures of the other axis.
  const first = Math.floor((every - 1) / 2);
  const shown = new Set(candidates.filter((_, position) => position % every === first));
  return buckets.map(({ startMs }, index) => (shown.has(index) ? formats.moment(startMs, style, timeZone) : ''));
}

/** A bucket's time in full, for tooltips and tables. */
export function bucketName(
  { startMs, endMs }: Starts & { readonly endMs: number },
  resolution: Resolution,
  timeZone: string,
  formats: Pick<Formats, 'moment' | 'days'>,
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
