import type { Formats, Language } from '@ceex/web-ui';
import type { PeriodBefore } from './period-before';

/** What the figures are compared with, in one sentence. `missing`: the period before has no figures. */
export function comparisonText(
  { startMs, endMs, whole }: PeriodBefore,
  missing: boolean,
  timeZone: string,
  language: Language,
  formats: Formats,
): string {
  const days = formats.days(startMs, Math.max(startMs, endMs - 1), timeZone);
  if (missing) return language.translate('dashboard.compare.missing', { days });
  if (whole) return language.translate('dashboard.compare.with', { days });
  return language.translate('dashboard.compare.soFar', { days, time: formats.moment(endMs, 'time', timeZone) });
}
