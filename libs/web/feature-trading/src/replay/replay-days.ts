import { addDays, localDay, type Day } from '@ceex/units';

/** So many local days, today and so the last clearing included. */
export const REPLAY_DAYS = 30;

/** The last thirty days of a community's calendar. */
export function lastDays(nowMs: number, timeZone: string): { readonly firstDay: Day; readonly lastDay: Day } {
  const lastDay = localDay(nowMs, timeZone);
  return { firstDay: addDays(lastDay, 1 - REPLAY_DAYS), lastDay };
}
