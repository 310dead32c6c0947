import type { EnergyAndMoney, ReplayTotals as Totals } from '@ceex/contracts';
import type { ReplayTotals, UtilityPrices } from '@ceex/market';
import { addNano, multiply } from '@ceex/units';
import { nothing } from '../metrics/energy-and-money';
import type { TariffSpan } from './tariff-spans';

/** What was, and what the replay says would have been, over one time. */
export interface Compared {
  /** Cleared intervals of the community. */
  readonly intervals: number;
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
    intervals: replayed.intervals,
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

/** The same over several times, each under a tariff of its own. */
export function compareAll(
  actual: readonly EnergyAndMoney[],
  replayed: readonly ReplayTotals[],
  spans: readonly TariffSpan[],
): Compared {
  const parts = spans.flatMap(({ terms }, at) => {
    const [was, would] = [actual[at], replayed[at]];
    return was === undefined || would === undefined ? [] : [compare(was, would, terms.prices)];
  });
  return {
    intervals: parts.reduce((sum, { intervals }) => sum + intervals, 0),
    current: sumOf(parts, 'current'),
    proposed: sumOf(parts, 'proposed'),
  };
}

function sumOf(parts: readonly Compared[], which: 'current' | 'proposed'): Totals {
  const sum = { ...nothing(), unsoldWh: 0, unboughtWh: 0 };
  const fields = Object.keys(sum) as (keyof Totals)[];
  for (const { [which]: part } of parts) for (const field of fields) sum[field] += part[field];
  return sum;
}
