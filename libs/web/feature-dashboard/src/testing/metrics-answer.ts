import type { EnergyAndMoney, NodeMetrics } from '@ceex/contracts';

/** A household's sums: 10 kWh used, 8 kWh produced, traded both ways, CHF 0.35 better off. */
export const TOTALS: EnergyAndMoney = {
  intervals: 96,
  usedWh: 10_000,
  producedWh: 8_000,
  selfConsumedWh: 5_000,
  soldLocalWh: 2_000,
  boughtLocalWh: 1_000,
  soldUtilityWh: 1_000,
  boughtUtilityWh: 4_000,
  revenueNano: 320_000_000,
  costNano: 1_110_000_000,
  localRevenueNano: 240_000_000,
  localEnergyCostNano: 120_000_000,
  utilityAloneRevenueNano: 240_000_000,
  utilityAloneCostNano: 1_380_000_000,
};

/** An answer of the metrics route for one day, with changes of the spec's choice. */
export function metricsAnswer(changes: Partial<NodeMetrics> = {}): NodeMetrics {
  return {
    nodeId: 12,
    timeZone: 'Europe/Zurich',
    currency: 'CHF',
    resolution: 'day',
    start: '2026-10-31T23:00:00Z',
    end: '2026-11-01T23:00:00Z',
    dataUntil: '2026-11-22T11:00:00Z',
    estimatedIntervals: 0,
    totals: TOTALS,
    points: [{ ...TOTALS, start: '2026-10-31T23:00:00Z', localPriceMicroPerKwh: 120_000 }],
    band: [{ from: '2025-12-31T23:00:00Z', lowMicroPerKwh: 80_000, highMicroPerKwh: 162_400 }],
    ...changes,
  };
}
