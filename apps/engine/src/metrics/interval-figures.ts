import type { Tariff } from '@ceex/contracts';
import { multiply } from '@ceex/units';
import type { MutableEnergyAndMoney } from './energy-and-money';

/**
 * One cleared interval of a node, as the ledger and the meter tell it. Energy and money by kind of posting, summed over
 * the versions (a later version takes the earlier one back); positive: the node gave energy, received money.
 */
export interface NodeInterval {
  readonly startMs: number;
  /** Traded in the whole community. */
  readonly tradedWh: number;
  readonly tradedNano: number;
  /** False where the node's meter has delivered nothing: it took no part. */
  readonly metered: boolean;
  readonly exportWh: number;
  readonly productionWh: number;
  readonly localWh: number;
  readonly localNano: number;
  readonly localGridNano: number;
  readonly supplyWh: number;
  readonly supplyNano: number;
  readonly feedInWh: number;
  readonly feedInNano: number;
}

/** What an interval adds to a node's energy and money. `tariff`: the one that held on the interval's local day. */
export function figuresOf(interval: NodeInterval, tariff: Tariff): MutableEnergyAndMoney {
  const soldLocalWh = Math.max(0, interval.localWh);
  const boughtLocalWh = Math.max(0, -interval.localWh);
  const soldUtilityWh = interval.feedInWh;
  const boughtUtilityWh = 0 - interval.supplyWh;
  const localRevenueNano = soldLocalWh > 0 ? interval.localNano : 0;
  const localEnergyCostNano = boughtLocalWh > 0 ? 0 - interval.localNano : 0;
  const selfConsumedWh = Math.max(0, interval.productionWh - interval.exportWh);
  const importWh = boughtLocalWh + boughtUtilityWh;
  return {
    intervals: 1,
    usedWh: importWh + selfConsumedWh,
    producedWh: interval.productionWh,
    selfConsumedWh,
    soldLocalWh,
    boughtLocalWh,
    soldUtilityWh,
    boughtUtilityWh,
    revenueNano: localRevenueNano + interval.feedInNano,
    costNano: localEnergyCostNano - interval.localGridNano - interval.supplyNano,
    localRevenueNano,
    localEnergyCostNano,
    utilityAloneRevenueNano: multiply(soldLocalWh + soldUtilityWh, tariff.feedInMicroPerKwh),
    utilityAloneCostNano: multiply(
      importWh,
      tariff.retailMicroPerKwh + tariff.gridUsageMicroPerKwh + tariff.leviesMicroPerKwh,
    ),
  };
}
