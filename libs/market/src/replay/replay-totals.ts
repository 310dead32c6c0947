import { addNano, type MicroPerKwh, multiply, type Nano, type Wh } from '@ceex/units';

/** What the utility pays and charges beside the market. */
export interface UtilityPrices {
  /** For a kWh fed in. */
  readonly feedInMicroPerKwh: MicroPerKwh;
  /** For a kWh supplied, all in: energy, grid usage, levies. */
  readonly supplyMicroPerKwh: MicroPerKwh;
  /** On a kWh bought from a neighbour, beside its price: reduced grid usage, levies. */
  readonly localChargesMicroPerKwh: MicroPerKwh;
}

/** What a node traded with its neighbours, and what it offered or wanted in vain. */
export interface TradedTotals {
  /** Intervals cleared again, with and without an order of the node. */
  intervals: number;
  /** Intervals in which it sold, and in which it bought. */
  intervalsSold: number;
  intervalsBought: number;
  soldWh: Wh;
  boughtWh: Wh;
  /** Offered, and wanted, but not traded. */
  unsoldWh: Wh;
  unboughtWh: Wh;
  /** From neighbours. */
  localRevenueNano: Nano;
  /** To neighbours, for the energy alone. */
  localEnergyCostNano: Nano;
}

/** The same with what is left to the utility. */
export interface ReplayTotals extends Readonly<TradedTotals> {
  /** From neighbours, and from the utility for what stayed unsold. */
  readonly revenueNano: Nano;
  /** To neighbours, for the grid and levies, and to the utility for what was not bought. */
  readonly costNano: Nano;
  /** What the same energy would have brought and cost without the market. */
  readonly utilityAloneRevenueNano: Nano;
  readonly utilityAloneCostNano: Nano;
}

/** Nothing cleared, nothing traded. */
export function noTrade(): TradedTotals {
  return {
    intervals: 0,
    intervalsSold: 0,
    intervalsBought: 0,
    soldWh: 0,
    boughtWh: 0,
    unsoldWh: 0,
    unboughtWh: 0,
    localRevenueNano: 0,
    localEnergyCostNano: 0,
  };
}

/** Settles what is left with the utility. Throws RangeError where money leaves the range of exact integers. */
export function withUtility(traded: TradedTotals, prices: UtilityPrices): ReplayTotals {
  const { soldWh, unsoldWh, boughtWh, unboughtWh } = traded;
  const charges = addNano(
    multiply(boughtWh, prices.localChargesMicroPerKwh),
    multiply(unboughtWh, prices.supplyMicroPerKwh),
  );
  return {
    ...traded,
    revenueNano: addNano(traded.localRevenueNano, multiply(unsoldWh, prices.feedInMicroPerKwh)),
    costNano: addNano(traded.localEnergyCostNano, charges),
    utilityAloneRevenueNano: multiply(soldWh + unsoldWh, prices.feedInMicroPerKwh),
    utilityAloneCostNano: multiply(boughtWh + unboughtWh, prices.supplyMicroPerKwh),
  };
}

/** The sum of the totals of several spans; exact, so that it does not matter how a time was cut. */
export function sumOfTotals(parts: readonly ReplayTotals[]): ReplayTotals {
  const sum: { -readonly [Field in keyof ReplayTotals]: number } = withUtility(noTrade(), {
    feedInMicroPerKwh: 0,
    supplyMicroPerKwh: 0,
    localChargesMicroPerKwh: 0,
  });
  const fields = Object.keys(sum) as (keyof ReplayTotals)[];
  for (const part of parts) for (const field of fields) sum[field] = addNano(sum[field], part[field]);
  return sum;
}
