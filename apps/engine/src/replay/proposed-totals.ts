import type { EnergyAndMoney, ReplayTotals as Totals } from '@ceex/contracts';
import type { ReplayTotals, UtilityPrices } from '@ceex/market';
import { addNano, multiply } from '@ceex/units';

/** What was, and what the replay says would have been, over one time. */
export interface Compared {
  readonly current: Totals;
  readonly proposed: Totals;
}

/**
 * Puts a replay beside what was, under one tariff. The replay knows the market; the meter says how much was taken and
 * given in all, also where one interval saw both, and the utility settles what no neighbour did.
 */
export function compare(actual: EnergyAndMoney, replayed: ReplayTotals, prices: UtilityPrices): Compared {
  const { soldWh, boughtWh, localRevenueNano, localEnergyCostNano } = replayed;
  const exportWh = actual.soldLocalWh + actual.soldUtilityWh;
  const importWh = actual.boughtLocalWh + actual.boughtUtilityWh;
  const charges = addNano(
    multiply(boughtWh, prices.localChargesMicroPerKwh),
    multiply(importWh - boughtWh, prices.supplyMicroPerKwh),
  );
  return {
    current: {
      ...actual,
      unsoldWh: soldWh + replayed.unsoldWh - actual.soldLocalWh,
      unboughtWh: boughtWh + replayed.unboughtWh - actual.boughtLocalWh,
    },
    proposed: {
      ...actual,
      soldLocalWh: soldWh,
      boughtLocalWh: boughtWh,
      soldUtilityWh: exportWh - soldWh,
      boughtUtilityWh: importWh - boughtWh,
      localRevenueNano,
      localEnergyCostNano,
      revenueNano: addNano(localRevenueNano, multiply(exportWh - soldWh, prices.feedInMicroPerKwh)),
      costNano: addNano(localEnergyCostNano, charges),
      unsoldWh: replayed.unsoldWh,
      unboughtWh: replayed.unboughtWh,
    },
  };
}

/** The sums over several times, field by field. */
export function sumOf(parts: readonly Totals[], none: Totals): Totals {
  const sum: { -readonly [Field in keyof Totals]: number } = { ...none };
  for (const part of parts) for (const field of Object.keys(sum) as (keyof Totals)[]) sum[field] += part[field];
  return sum;
}
