import * as z from 'zod';
import { amountNano, energyWh, instant, localDay, nodeId, priceMicroPerKwh, timeZone } from '../quantities';
import { route } from '../route';

export const RESOLUTIONS = ['interval', 'hour', 'day', 'month'] as const;
export const resolution = z.enum(RESOLUTIONS);
export type Resolution = z.infer<typeof resolution>;

/** No answer has more points than this; a finer resolution asked for a longer range is refused (`too-many-points`). */
export const MAX_POINTS = 3_000;

/** A range: both ends are instants (half open) or local days (both included). */
const rangeEnd = z.union([localDay, instant]);
export const rangeQuery = z.strictObject({ startDate: rangeEnd, endDate: rangeEnd });

/** Energy and money of a node, or of all nodes of a community, over some time. Sums over any resolution agree exactly. */
export const energyAndMoney = z.object({
  /** Cleared intervals in it. */
  intervals: z.int().nonnegative(),
  usedWh: energyWh,
  producedWh: energyWh,
  selfConsumedWh: energyWh,
  soldLocalWh: energyWh,
  boughtLocalWh: energyWh,
  soldUtilityWh: energyWh,
  boughtUtilityWh: energyWh,
  /** All that came in: from neighbours and from the utility. */
  revenueNano: amountNano,
  /** All that was paid: to neighbours, for the grid and levies, to the utility. */
  costNano: amountNano,
  /** The part of the revenue that neighbours paid. */
  localRevenueNano: amountNano,
  /** The part of the cost that went to neighbours (energy only, without grid usage and levies). */
  localEnergyCostNano: amountNano,
  /** What the same readings would have brought and cost without the market. */
  utilityAloneRevenueNano: amountNano,
  utilityAloneCostNano: amountNano,
});
export type EnergyAndMoney = z.infer<typeof energyAndMoney>;

export const metricsPoint = energyAndMoney.extend({
  start: instant,
  /** The community's price, weighted by traded energy; null where nothing was traded. */
  localPriceMicroPerKwh: priceMicroPerKwh.nullable(),
});
export type MetricsPoint = z.infer<typeof metricsPoint>;

/** The utility's band from an instant on: what it pays for a kWh fed in, and the most a neighbour's kWh is worth. */
export const priceBand = z.object({
  from: instant,
  lowMicroPerKwh: priceMicroPerKwh,
  highMicroPerKwh: priceMicroPerKwh,
});

export const nodeMetrics = z
  .object({
    nodeId: z.int(),
    timeZone,
    currency: z.string(),
    resolution,
    start: instant,
    end: instant,
    /** End of the last cleared interval of the community; null before the first. */
    dataUntil: instant.nullable(),
    /** Cleared intervals of the node in the range whose reading is estimated. */
    estimatedIntervals: z.int().nonnegative(),
    totals: energyAndMoney,
    points: z.array(metricsPoint).max(MAX_POINTS),
    band: z.array(priceBand),
  })
  .meta({ id: 'NodeMetrics' });
export type NodeMetrics = z.infer<typeof nodeMetrics>;

export const getNodeMetrics = route({
  method: 'GET',
  path: '/node/:nodeId/metrics',
  access: 'node',
  summary: 'Energy and money of a node over time',
  schemas: {
    params: z.strictObject({ nodeId }),
    query: rangeQuery.extend({ resolution: resolution.optional() }),
    response: nodeMetrics,
  },
});
