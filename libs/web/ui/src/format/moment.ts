import { dayToNumber, localDay, offsetMinutes } from '@ceex/units';

const formats = new Map<string, Intl.DateTimeFormat>();

/** How a moment is written; always in the community's time zone, never the browser's. */
export const MOMENT_STYLES = {
  /** `14:15` */
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** `Sat, 21 Nov` */
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  /** `21 November 2026` */
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  /** `Sat, 21 Nov, 14:15` */
  dayTime: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** `November 2026` */
  month: { month: 'long', year: 'numeric' },
  /** `Nov` */
  shortMonth: { month: 'short' },
  /** `21 Nov` */
  shortDay: { day: 'numeric', month: 'short' },
  /** `Sat 21` */
  weekday: { weekday: 'short', day: 'numeric' },
  /** `Sat` */
  shortWeekday: { weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type MomentStyle = keyof typeof MOMENT_STYLES;

function momentFormat(style: MomentStyle, locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${style}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...MOMENT_STYLES[style], timeZone });
    formats.set(key, format);
  }
  return format;
}

/** A moment (milliseconds since 1970-01-01T00:00Z) as text. Throws RangeError for an unknown time zone. */
export function formatMoment(epochMs: number, style: MomentStyle, locale: string, timeZone: string): string {
  if (style === 'time') return clockTime(epochMs, timeZone);
  return momentFormat(style, locale, timeZone).format(epochMs);
}

/** `14:15` is written alike in all languages of Switzerland; making a format for it would hold up a page's first look. */
function clockTime(epochMs: number, timeZone: string): string {
  return new Date(epochMs + offsetMinutes(epochMs, timeZone) * 60_000).toISOString().slice(11, 16);
}

/** The days from one moment to another, both included: `16–22 November 2026`. */
export function formatDays(fromMs: number, toMs: number, locale: string, timeZone: string): string {
  return momentFormat('date', locale, timeZone).formatRange(fromMs, toMs);
}

/** A moment as people say it: `today 14:15`, `yesterday 23:45`, further away `Sat, 14 Nov, 23:45`. */
export function formatRecent(epochMs: number, nowMs: number, locale: string, timeZone: string): string {
  const daysAway = dayToNumber(localDay(epochMs, timeZone)) - dayToNumber(localDay(nowMs, timeZone));
  if (Math.abs(daysAway) > 1) return formatMoment(epochMs, 'dayTime', locale, timeZone);
  const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(daysAway, 'day');
  return `${day} ${formatMoment(epochMs, 'time', locale, timeZone)}`;
}
