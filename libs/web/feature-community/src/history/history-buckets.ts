import type { CommunityHistory } from '@ceex/contracts';
import { addDays, addMonths, startOfMonth, type Day, type MicroPerKwh, type Wh } from '@ceex/units';

/** A day of the market, or a month of it where there are many days. */
export interface HistoryBucket {
  /** The day, or the first of the month. */
  readonly day: Day;
  readonly tradedWh: Wh;
  /** Weighted by traded energy; null where nothing was traded. */
  readonly priceMicroPerKwh: MicroPerKwh | null;
  readonly intervalsWithTrade: number;
}

export interface HistoryBuckets {
  readonly by: 'day' | 'month';
  readonly buckets: readonly HistoryBucket[];
}

/** More bars than this cannot be told apart on a phone. */
const MOST_DAYS = 100;

/** The market from the first to the last day asked for, gap-free: days without a clearing traded nothing. */
export function historyBuckets({ startDate, endDate, days }: CommunityHistory): HistoryBuckets {
  const by = addDays(startDate, MOST_DAYS) > endDate ? 'day' : 'month';
  const buckets = new Map<Day, Sums>();
  const next = (day: Day) => (by === 'day' ? addDays(day, 1) : addMonths(day, 1));
  const first = by === 'day' ? startDate : startOfMonth(startDate);
  for (let day = first; day <= endDate; day = next(day)) buckets.set(day, { tradedWh: 0, nano: 0, intervals: 0 });
  for (const { day, tradedWh, priceMicroPerKwh, intervalsWithTrade } of days) {
    const sums = buckets.get(by === 'day' ? day : startOfMonth(day));
    if (sums === undefined) continue;
    sums.tradedWh += tradedWh;
    sums.nano += tradedWh * (priceMicroPerKwh ?? 0);
    sums.intervals += intervalsWithTrade;
  }
  return { by, buckets: [...buckets].map(([day, sums]) => bucketOf(day, sums)) };
}

interface Sums {
  tradedWh: Wh;
  nano: number;
  intervals: number;
}

function bucketOf(day: Day, { tradedWh, nano, intervals }: Sums): HistoryBucket {
  const priceMicroPerKwh = tradedWh === 0 ? null : Math.round(nano / tradedWh);
  return { day, tradedWh, priceMicroPerKwh, intervalsWithTrade: intervals };
}
