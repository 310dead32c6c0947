import * as z from 'zod';
import { energyWh, instant, localDay, priceMicroPerKwh, signedEnergyWh } from '../quantities';
import { route } from '../route';
import { communityParams } from './trading';
import { rangeQuery } from './metrics';

/** A local day has at most 100 intervals; no answer about flows covers more. */
export const MAX_FLOW_INTERVALS = 100;
/** Nor more edges times intervals than this: a larger grid is asked in shorter ranges (`too-many-points`). */
export const MAX_FLOWS = 500_000;
/**
 * A member is told a sum over other households only where it is over at least so many of them, and where no difference
 * of such sums is over fewer: the flow on the line to a single house is the load curve of that house.
 */
export const MIN_HIDDEN_IN = 3;

const perInterval = <T extends z.ZodType>(value: T) => z.array(value).max(MAX_FLOW_INTERVALS);

export const communityFlows = z
  .object({
    communityId: z.int(),
    timeZone: z.string(),
    start: instant,
    end: instant,
    /** An operator sees every edge; a member the ones that give no other household away, and its own. */
    scope: z.enum(['operator', 'member']),
    /** The cleared intervals of the range, earliest first. The lists below have one entry for each of them. */
    intervals: perInterval(
      z.object({ start: instant, tradedWh: energyWh, priceMicroPerKwh: priceMicroPerKwh.nullable() }),
    ),
    /** Edges by their lower node, as in the grid. An edge that is not here may not be seen. */
    edges: z.array(
      z.object({
        nodeId: z.int(),
        /** Traded energy over the edge; positive toward the root. */
        flowsWh: perInterval(signedEnergyWh),
        /** The largest share of the capacity of its direction, in basis points; null without a limit. */
        peakShare: z.int().nonnegative().nullable(),
      }),
    ),
    /** Prices at the lower nodes of the same edges and at the root; null where the community traded nothing. */
    prices: z.array(z.object({ nodeId: z.int(), pricesMicroPerKwh: perInterval(priceMicroPerKwh.nullable()) })),
  })
  .meta({ id: 'CommunityFlows' });
export type CommunityFlows = z.infer<typeof communityFlows>;

export const getCommunityFlows = route({
  method: 'GET',
  path: '/community/:communityId/flows',
  access: 'member',
  summary: 'Flows on the lines of a community and prices at its nodes, interval by interval, for at most a day',
  schemas: { params: communityParams, query: rangeQuery, response: communityFlows },
});

/** Days from `firstDay` to `lastDay`, both included. */
const dayRangeQuery = z.strictObject({ startDate: localDay, endDate: localDay });

/** At most five years. */
export const MAX_HISTORY_DAYS = 1_827;

/** What a community did over some days, in sums of all its households. */
const communityTotals = z.object({
  usedWh: energyWh,
  producedWh: energyWh,
  selfConsumedWh: energyWh,
  /** Sold to and bought from the utility. */
  soldUtilityWh: energyWh,
  boughtUtilityWh: energyWh,
  /** Better off than all of them with the utility alone. */
  savedNano: z.int().describe('Money in nCHF'),
});

export const communityHistory = z
  .object({
    communityId: z.int(),
    timeZone: z.string(),
    currency: z.string(),
    startDate: localDay,
    endDate: localDay,
    households: z.int().nonnegative(),
    /** Households with a PV system. */
    producers: z.int().nonnegative(),
    /** Null for members of a community so small that the sums would tell of single households. */
    totals: communityTotals.nullable(),
    tradedWh: energyWh,
    /** Weighted by traded energy; null where nothing was traded. */
    priceMicroPerKwh: priceMicroPerKwh.nullable(),
    /** The market, day by day; days without a clearing are left out. */
    days: z
      .array(
        z.object({
          day: localDay,
          tradedWh: energyWh,
          priceMicroPerKwh: priceMicroPerKwh.nullable(),
          intervals: z.int().nonnegative(),
          intervalsWithTrade: z.int().nonnegative(),
        }),
      )
      .max(MAX_HISTORY_DAYS),
  })
  .meta({ id: 'CommunityHistory' });
export type CommunityHistory = z.infer<typeof communityHistory>;

export const getCommunityHistory = route({
  method: 'GET',
  path: '/community/:communityId/history',
  access: 'member',
  summary: 'A community over some days: its sums, and the market day by day',
  schemas: { params: communityParams, query: dayRangeQuery, response: communityHistory },
});
