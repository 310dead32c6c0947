import type {
  EnergyAndMoney,
  MetricsPoint,
  NodeMetrics,
  NodePlants,
  NodeProfile,
  NodeStrategy,
  Trade,
} from '@ceex/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';

const sums: EnergyAndMoney = {
  ...{ intervals: 96, usedWh: 9_000, producedWh: 12_000, selfConsumedWh: 4_000, soldLocalWh: 5_000 },
  ...{ boughtLocalWh: 1_000, soldUtilityWh: 3_000, boughtUtilityWh: 4_000, revenueNano: 900, costNano: 800 },
  ...{ localRevenueNano: 500, localEnergyCostNano: 100, utilityAloneRevenueNano: 700, utilityAloneCostNano: 850 },
};
const point = (start: string, intervals: number): MetricsPoint => ({
  ...sums,
  ...{ intervals, start, localPriceMicroPerKwh: null },
});
const START = '2026-05-01T00:00:00Z';
const END = '2026-05-03T00:00:00Z';

const profile: NodeProfile = {
  ...{ nodeId: 7, code: 'H7', label: 'Anna’s house', kind: 'household', communityId: 1, communityName: 'Village' },
  ...{ timeZone: 'Europe/Zurich', currency: 'CHF', gridOperator: 'DSO', meteringPoint: null, role: 'both' },
  lastTwelveMonths: {
    ...{ from: '2025-05-02', to: '2026-05-01', requiredWh: 1, surplusWh: 2, usedWh: 3, producedWh: 4 },
  },
  ...{ pvSystems: [], batteries: [] },
};
const strategy: NodeStrategy = {
  ...{ nodeId: 7, validFrom: START, effectiveLowestSellMicroPerKwh: 1, effectiveHighestPayMicroPerKwh: 2 },
  strategy: {
    ...{ kind: 'never-lose', lowestSellMicroPerKwh: null, highestPayMicroPerKwh: null, flexibilityMicroPerKwh: null },
  },
  ruler: {
    ...{ lowMicroPerKwh: 80_000, highMicroPerKwh: 240_000, utilityMicroPerKwh: 290_000 },
    ...{ localChargesMicroPerKwh: 90_000, lastPriceMicroPerKwh: null },
    ...{ weekLowMicroPerKwh: null, weekHighMicroPerKwh: null },
  },
};
const plants: NodePlants = {
  ...{ nodeId: 7, pvSystems: [], batteries: [], site: null, expectedMonthsWh: null, expectedYearWh: null },
  producedLastTwelveMonthsWh: 0,
};
const metrics: NodeMetrics = {
  ...{ nodeId: 7, timeZone: 'Europe/Zurich', currency: 'CHF', resolution: 'day', start: START, end: END },
  ...{ dataUntil: END, estimatedIntervals: 0, totals: sums, points: [point(START, 96), point(END, 0)], band: [] },
};
const trade = (id: string): Trade => ({
  ...{ id, start: START, direction: 'sold', counterpart: 'House 9', quantityWh: 5, priceMicroPerKwh: 100_000 },
  ...{ amountNano: 500_000, distanceM: 120 },
});

/** What an engine tells of one household; its trades come in two pages. */
export function answerForHousehold(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://engine');
  const part = pathname.split('/')[3];
  const isSecondPage = searchParams.has('cursor');
  const answers: Record<string, object> = {
    strategy,
    plants,
    metrics,
    trades: isSecondPage
      ? { trades: [trade('t3')], nextCursor: null }
      : { trades: [trade('t1'), trade('t2')], nextCursor: 'next' },
  };
  const body = part === undefined ? profile : answers[part];
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
}
