import type { EnergyAndMoney } from '@ceex/contracts';

const FIELDS = [
  'intervals',
  'usedWh',
  'producedWh',
  'selfConsumedWh',
  'soldLocalWh',
  'boughtLocalWh',
  'soldUtilityWh',
  'boughtUtilityWh',
  'revenueNano',
  'costNano',
  'localRevenueNano',
  'localEnergyCostNano',
  'utilityAloneRevenueNano',
  'utilityAloneCostNano',
] as const satisfies readonly (keyof EnergyAndMoney)[];

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

/** Adds `part` to `sum` in place. Integers throughout, so that the order of the parts does not matter. */
export function add(sum: MutableEnergyAndMoney, part: EnergyAndMoney): void {
  for (const field of FIELDS) sum[field] += part[field];
}
