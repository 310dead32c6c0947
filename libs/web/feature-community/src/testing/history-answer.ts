import type { CommunityHistory } from '@ceex/contracts';

/** Ten households over two days, with changes of the spec's choice. */
export function historyAnswer(changes: Partial<CommunityHistory> = {}): CommunityHistory {
  return {
    communityId: 1,
    timeZone: 'Europe/Zurich',
    currency: 'CHF',
    startDate: '2026-11-20',
    endDate: '2026-11-22',
    households: 10,
    producers: 4,
    totals: {
      usedWh: 40_000,
      producedWh: 20_000,
      selfConsumedWh: 8_000,
      soldUtilityWh: 4_000,
      boughtUtilityWh: 24_000,
      savedNano: 5_000_000_000,
    },
    tradedWh: 8_000,
    priceMicroPerKwh: 140_000,
    days: [
      { day: '2026-11-20', tradedWh: 6_000, priceMicroPerKwh: 130_000, intervals: 96, intervalsWithTrade: 30 },
      { day: '2026-11-22', tradedWh: 2_000, priceMicroPerKwh: 170_000, intervals: 48, intervalsWithTrade: 9 },
    ],
    ...changes,
  };
}
