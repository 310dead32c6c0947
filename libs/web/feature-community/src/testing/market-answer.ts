import type { Market } from '@ceex/contracts';

/** The market of a community whose last clearing was at 13:15 on 22 November 2026 in Zürich. */
export function marketAnswer(changes: Partial<Market> = {}): Market {
  return {
    communityId: 1,
    name: 'Sonnendorf',
    timeZone: 'Europe/Zurich',
    currency: 'CHF',
    status: 'open',
    ruler: {
      lowMicroPerKwh: 80_000,
      highMicroPerKwh: 162_400,
      utilityMicroPerKwh: 290_000,
      localChargesMicroPerKwh: 80_000,
      lastPriceMicroPerKwh: null,
      weekLowMicroPerKwh: null,
      weekHighMicroPerKwh: null,
    },
    lastClearing: {
      start: '2026-11-22T12:15:00Z',
      version: 1,
      tradedWh: 0,
      priceMicroPerKwh: null,
      sellers: 0,
      buyers: 0,
      supply: [],
      demand: [],
    },
    nextClearingAt: '2026-11-22T12:45:00Z',
    pendingIntervals: 0,
    ...changes,
  };
}
