import { addDays, dayToNumber, type Day } from '@ceex/units';

/** One column of a heat map: a day, or as many days as share a column where there is no room for each. */
export interface HeatColumn {
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The mean energy of each hour of the clock in Wh, null where nothing was cleared. For the eye, not for settling. */
  readonly hoursWh: readonly (number | null)[];
}

export interface DayHours {
  readonly day: Day;
  readonly hoursWh: readonly (number | null)[];
}

/** A cell narrower than this cannot be told from the next. */
const NARROWEST_CELL_PX = 2;

/** How many days share a column of a plot this wide: one, else whole weeks. */
export function daysPerColumn(days: number, widthPx: number): number {
  if (widthPx <= 0 || widthPx / days >= NARROWEST_CELL_PX) return 1;
  return Math.ceil((NARROWEST_CELL_PX * days) / widthPx / 7) * 7;
}

/** The columns of all days from the first to the last, both included; days without figures are empty. */
export function heatColumns(days: readonly DayHours[], first: Day, last: Day, perColumn: number): HeatColumn[] {
  const byDay = new Map(days.map(({ day, hoursWh }) => [day, hoursWh]));
  const columns: HeatColumn[] = [];
  for (let at = first; at <= last; at = addDays(at, perColumn)) {
    const end = addDays(at, perColumn - 1);
    const lastDay = end > last ? last : end;
    const length = dayToNumber(lastDay) - dayToNumber(at) + 1;
    const held = Array.from({ length }, (_, index) => byDay.get(addDays(at, index)));
    columns.push({ firstDay: at, lastDay, hoursWh: Array.from({ length: 24 }, (_, hour) => mean(held, hour)) });
  }
  return columns;
}

function mean(days: readonly (readonly (number | null)[] | undefined)[], hour: number): number | null {
  const values = days.map((hours) => hours?.[hour] ?? null).filter((wh) => wh !== null);
  return values.length === 0 ? null : values.reduce((all, wh) => all + wh, 0) / values.length;
}

/** The largest figure, 0 where there is none: the upper end of the colours. */
export function largestOf(columns: readonly HeatColumn[]): number {
  return columns.reduce((most, { hoursWh }) => Math.max(most, ...hoursWh.map((wh) => wh ?? 0)), 0);
}
