import type { EnergyAndMoney, MetricsPoint, NodeMetrics } from '@ceex/contracts';

/** Two sums in one, exactly: all figures are integers. */
function add(a: EnergyAndMoney, b: EnergyAndMoney): EnergyAndMoney {
  return {
    intervals: a.intervals + b.intervals,
    usedWh: a.usedWh + b.usedWh,
    producedWh: a.producedWh + b.producedWh,
    selfConsumedWh: a.selfConsumedWh + b.selfConsumedWh,
    soldLocalWh: a.soldLocalWh + b.soldLocalWh,
    boughtLocalWh: a.boughtLocalWh + b.boughtLocalWh,
    soldUtilityWh: a.soldUtilityWh + b.soldUtilityWh,
    boughtUtilityWh: a.boughtUtilityWh + b.boughtUtilityWh,
    revenueNano: a.revenueNano + b.revenueNano,
    costNano: a.costNano + b.costNano,
    localRevenueNano: a.localRevenueNano + b.localRevenueNano,
    localEnergyCostNano: a.localEnergyCostNano + b.localEnergyCostNano,
    utilityAloneRevenueNano: a.utilityAloneRevenueNano + b.utilityAloneRevenueNano,
    utilityAloneCostNano: a.utilityAloneCostNano + b.utilityAloneCostNano,
  };
}

/** The shorter list wins: a clearing may come between two answers, and the next reload brings it to all. */
function addPoints(a: readonly MetricsPoint[], b: readonly MetricsPoint[]): MetricsPoint[] {
  const byStart = new Map(b.map((point) => [point.start, point]));
  return a.flatMap((point) => {
    const other = byStart.get(point.start);
    return other === undefined ? [] : [{ ...point, ...add(point, other) }];
  });
}

function addTwo(a: NodeMetrics, b: NodeMetrics): NodeMetrics {
  const dataUntil = a.dataUntil === null || (b.dataUntil !== null && a.dataUntil <= b.dataUntil) ? a : b;
  return {
    ...a,
    dataUntil: dataUntil.dataUntil,
    estimatedIntervals: a.estimatedIntervals + b.estimatedIntervals,
    totals: add(a.totals, b.totals),
    points: addPoints(a.points, b.points),
  };
}

/** Several nodes of one community as one: the answers must be to the same question. Throws for none. */
export function addMetrics([first, ...rest]: readonly NodeMetrics[]): NodeMetrics {
  if (first === undefined) throw new RangeError('there is nothing to add');
  return rest.reduce(addTwo, first);
}
