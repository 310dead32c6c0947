import { formatDays as days, formatMoment as moment, type MomentStyle } from '@ceex/web-ui';

/** Moments in American English: its texts are the same in all versions of the ICU data. */
export function formatMoment(epochMs: number, style: MomentStyle, timeZone: string): string {
  return moment(epochMs, style, 'en-US', timeZone).replaceAll('\u202f', ' ');
}

/** Ranges of days in American English. */
export function formatDays(fromMs: number, toMs: number, timeZone: string): string {
  return days(fromMs, toMs, 'en-US', timeZone);
}
