import type { EnergyAndMoney } from '@ceex/contracts';

export type MutableEnergyAndMoney = { -readonly [Field in keyof EnergyAndMoney]: number };

/** Nothing cleared: every figure zero. */
export function nothing(): MutableEnergyAndMoney {
  return {
    intervals: 0,
    usedWh: 0,
    producedWh: 0,
    selfConsumedWh: 0,
    soldLocalWh: 0,
    boughtLocalWh: 0,
    soldUtilityWh: 0,
    boughtUtilityWh: 0,
    revenueNano: 0,
    costNano: 0,
    localRevenueNano: 0,
    localEnergyCostNano: 0,
    utilityAloneRevenueNano: 0,
    utilityAloneCostNano: 0,
  };
}

/**
 * Adds `part` to `sum` in place. Integers throughout, so that the order of the parts does not matter. Written out, for
 * it runs for every interval of an answer.
 */
export function add(sum: MutableEnergyAndMoney, part: EnergyAndMoney): void {
  sum.intervals += part.intervals;
  sum.usedWh += part.usedWh;
  sum.producedWh += part.producedWh;
  sum.selfConsumedWh += part.selfConsumedWh;
  sum.soldLocalWh += part.soldLocalWh;
  sum.boughtLocalWh += part.boughtLocalWh;
  sum.soldUtilityWh += part.soldUtilityWh;
  sum.boughtUtilityWh += part.boughtUtilityWh;
  sum.revenueNano += part.revenueNano;
  sum.costNano += part.costNano;
  sum.localRevenueNano += part.localRevenueNano;
  sum.localEnergyCostNano += part.localEnergyCostNano;
  sum.utilityAloneRevenueNano += part.utilityAloneRevenueNano;
  sum.utilityAloneCostNano += part.utilityAloneCostNano;
}
