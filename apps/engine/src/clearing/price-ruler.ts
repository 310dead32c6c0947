import type { CommunityRules, Tariff } from '@ceex/contracts';
import type { MicroPerKwh } from '@ceex/units';

/** What local energy may cost where neighbours and the utility compete. All in µCHF/kWh. */
export interface PriceEnds {
  /** Feed-in price: below it the utility pays a seller more. */
  readonly low: MicroPerKwh;
  /** retail + discount × grid usage: above it the utility is cheaper for a buyer. */
  readonly high: MicroPerKwh;
  /** Grid usage for energy that stays in the community. */
  readonly reducedGridUsage: MicroPerKwh;
}

/**
 * The ends of the price ruler under a tariff. The discount is rounded down to a whole µCHF/kWh once, here, so that
 * what a buyer saves and what the ledger charges are the same number.
 */
export function priceRuler(tariff: Tariff, discountLevel: CommunityRules['discountLevel']): PriceEnds {
  const basisPoints = discountLevel === 'same-level' ? tariff.discountSameLevel : tariff.discountAcrossTransformer;
  const saved = Math.floor((tariff.gridUsageMicroPerKwh * basisPoints) / 10_000);
  return {
    low: tariff.feedInMicroPerKwh,
    high: tariff.retailMicroPerKwh + saved,
    reducedGridUsage: tariff.gridUsageMicroPerKwh - saved,
  };
}
