import type { DemoTariff } from './community';

/** The household tariff of a Swiss utility in 2026, typical in every part. */
export const DEMO_TARIFF: DemoTariff = {
  retailMicroPerKwh: 130_000,
  gridUsageMicroPerKwh: 81_000,
  leviesMicroPerKwh: 30_300,
  feedInMicroPerKwh: 60_000,
  discountSameLevel: 4_000,
  discountAcrossTransformer: 2_000,
  vat: 810,
};
