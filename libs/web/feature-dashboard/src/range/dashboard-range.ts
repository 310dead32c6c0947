import type { Resolution } from '@ceex/contracts';
import { LOCAL_RANGES, previousDay, type LocalRange, type LocalRangeName } from '@ceex/units';
import type { MetricsQuery } from '@ceex/web-data-access';

/** The query parameter that holds the range: `/dashboard?range=last-month`. */
export const RANGE_PARAMETER = 'range';
const DEFAULT_RANGE: LocalRangeName = 'current-week';

/** The range an address asks for; the current week for none or one that does not exist. */
export function readRange(asked: string | undefined): LocalRangeName {
  return LOCAL_RANGES.find((name) => name === asked) ?? DEFAULT_RANGE;
}

/** How fine each range is asked for: as many points as a wide screen can show as bars. */
const RESOLUTIONS: Readonly<Record<LocalRangeName, Resolution>> = {
  'current-week': 'hour',
  'current-month': 'day',
  'last-month': 'day',
  'last-3-months': 'day',
  'last-year': 'month',
};

/** What to ask the engine for a range of days, whose end day is not part of it. */
export function metricsQuery(nodeId: number, name: LocalRangeName, { startDay, endDay }: LocalRange): MetricsQuery {
  return { nodeId, firstDay: startDay, lastDay: previousDay(endDay), resolution: RESOLUTIONS[name] };
}
