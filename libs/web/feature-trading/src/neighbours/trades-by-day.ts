import type { Trade } from '@ceex/contracts';
import { localDay, startOfLocalDay, type Day } from '@ceex/units';

/** The trades of one local day, newest first, with its sums. */
export interface TradingDay {
  readonly day: Day;
  /** Start of the day, milliseconds since 1970-01-01T00:00Z. */
  readonly startMs: number;
  readonly soldWh: number;
  readonly boughtWh: number;
  readonly trades: readonly Trade[];
}

/**
 * Trades, newest first, by local day. The sums are those of the trades given: of the last day they may be a part,
 * where more trades are still to be fetched.
 */
export function tradesByDay(trades: readonly Trade[], timeZone: string): TradingDay[] {
  const days = Map.groupBy(trades, ({ start }) => localDay(Date.parse(start), timeZone));
  return Array.from(days, ([day, ofDay]) => ({
    day,
    startMs: startOfLocalDay(day, timeZone),
    soldWh: sumOf(ofDay, 'sold'),
    boughtWh: sumOf(ofDay, 'bought'),
    trades: ofDay,
  }));
}

function sumOf(trades: readonly Trade[], direction: Trade['direction']): number {
  return trades.reduce((sum, trade) => (trade.direction === direction ? sum + trade.quantityWh : sum), 0);
}

/**
 * A fresh first page before what was fetched earlier. Where the two do not meet, trades between them are not known:
 * then only the fresh page counts.
 */
export function joinPages(fresh: readonly Trade[], earlier: readonly Trade[]): readonly Trade[] | 'apart' {
  const freshIds = new Set(fresh.map(({ id }) => id));
  const at = earlier.findLastIndex(({ id }) => freshIds.has(id));
  return at < 0 ? 'apart' : [...fresh, ...earlier.slice(at + 1)];
}
