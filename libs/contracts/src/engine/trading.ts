import * as z from 'zod';
import { amountNano, communityId, energyWh, instant, nodeId, priceMicroPerKwh } from '../quantities';
import { route } from '../route';

export const nodeParams = z.strictObject({ nodeId });

export const trade = z.object({
  /** Stable key of the trade for paging and lists. */
  id: z.string(),
  start: instant,
  direction: z.enum(['sold', 'bought']),
  /** What the neighbour chose to show. */
  counterpart: z.string(),
  quantityWh: energyWh,
  /** At this node: what it got or paid per kWh. */
  priceMicroPerKwh,
  amountNano,
  distanceM: z.number().nonnegative(),
});
export type Trade = z.infer<typeof trade>;

export const tradesPage = z
  .object({ trades: z.array(trade), nextCursor: z.string().nullable() })
  .meta({ id: 'TradesPage' });
export type TradesPage = z.infer<typeof tradesPage>;

export const getNodeTrades = route({
  method: 'GET',
  path: '/node/:nodeId/trades',
  access: 'node',
  summary: 'Trades of a node with its neighbours, newest first',
  schemas: {
    params: nodeParams,
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z
        .string()
        .max(64)
        .regex(/^[0-9A-Za-z_-]+$/)
        .optional(),
    }),
    response: tradesPage,
  },
});

/** Why an order was filled, in part filled or not, with the figures of the sentence that explains it. */
export const fillReason = z.object({
  code: z.enum(['filled', 'price', 'capacity', 'tie', 'no-counterpart']),
  /** The price at the node that decided it, where one exists. */
  priceMicroPerKwh: priceMicroPerKwh.optional(),
  /** The order's own limit (`price`). */
  limitMicroPerKwh: priceMicroPerKwh.optional(),
  /** The node whose line to its parent was full, and what that line lets through in an interval (`capacity`). */
  node: z.int().optional(),
  capacityWh: energyWh.optional(),
  /** So many orders of the same limit shared `filledWh` of the `quantityWh` they asked for (`tie`). */
  orders: z.int().positive().optional(),
  filledWh: energyWh.optional(),
  quantityWh: energyWh.optional(),
});
export type FillReason = z.infer<typeof fillReason>;

export const ownOrder = z.object({
  side: z.enum(['ask', 'bid']),
  quantityWh: energyWh,
  limitMicroPerKwh: priceMicroPerKwh,
  filledWh: energyWh,
  reason: fillReason,
});
export type OwnOrder = z.infer<typeof ownOrder>;

/** The last cleared interval as one node sees it. */
export const nodeNow = z
  .object({
    nodeId: z.int(),
    /** Null until the community's first clearing. */
    interval: z
      .object({
        start: instant,
        end: instant,
        version: z.int(),
        quality: z.enum(['measured', 'estimated', 'simulated', 'missing']),
        usedWh: energyWh,
        producedWh: energyWh,
        selfConsumedWh: energyWh,
        soldLocalWh: energyWh,
        boughtLocalWh: energyWh,
        soldUtilityWh: energyWh,
        boughtUtilityWh: energyWh,
        /** The price at this node; null where nothing was traded in the community. */
        priceMicroPerKwh: priceMicroPerKwh.nullable(),
        orders: z.array(ownOrder),
      })
      .nullable(),
    /** When the interval that runs now is due to clear. */
    nextClearingAt: instant,
  })
  .meta({ id: 'NodeNow' });
export type NodeNow = z.infer<typeof nodeNow>;

export const getNodeNow = route({
  method: 'GET',
  path: '/node/:nodeId/now',
  access: 'node',
  summary: 'The last cleared interval as the node sees it',
  schemas: { params: nodeParams, response: nodeNow },
});

/** A step of a supply or demand curve: up to this much energy in all at this price. */
export const curveStep = z.object({ priceMicroPerKwh, cumulativeWh: energyWh });
export type CurveStep = z.infer<typeof curveStep>;

/** The ends and marks of the price ruler. */
export const priceRuler = z.object({
  /** Feed-in price: below it the utility pays a seller more. */
  lowMicroPerKwh: priceMicroPerKwh,
  /** retail + discount × gridUsage: above it the utility is cheaper for a buyer. */
  highMicroPerKwh: priceMicroPerKwh,
  /** What a kWh from the utility costs in all: retail + gridUsage + levies. */
  utilityMicroPerKwh: priceMicroPerKwh,
  /** What a buyer pays beside a neighbour's price: reduced grid usage + levies. */
  localChargesMicroPerKwh: priceMicroPerKwh,
  lastPriceMicroPerKwh: priceMicroPerKwh.nullable(),
  /** Lowest and highest price of the last seven days; null without a trade. */
  weekLowMicroPerKwh: priceMicroPerKwh.nullable(),
  weekHighMicroPerKwh: priceMicroPerKwh.nullable(),
});
export type PriceRuler = z.infer<typeof priceRuler>;

export const market = z
  .object({
    communityId: z.int(),
    name: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    status: z.enum(['open', 'stopped']),
    ruler: priceRuler,
    lastClearing: z
      .object({
        start: instant,
        version: z.int(),
        tradedWh: energyWh,
        priceMicroPerKwh: priceMicroPerKwh.nullable(),
        sellers: z.int(),
        buyers: z.int(),
        supply: z.array(curveStep),
        demand: z.array(curveStep),
      })
      .nullable(),
    nextClearingAt: instant,
    /** Intervals that wait for readings or for the engine. */
    pendingIntervals: z.int(),
  })
  .meta({ id: 'Market' });
export type Market = z.infer<typeof market>;

export const communityParams = z.strictObject({ communityId });

export const getMarket = route({
  method: 'GET',
  path: '/community/:communityId/market',
  access: 'member',
  summary: 'The state of a market: last clearing, price ruler, next clearing',
  schemas: { params: communityParams, response: market },
});

export const clearingSummary = z.object({
  start: instant,
  version: z.int(),
  cause: z.enum(['readings', 'correction', 'operator']),
  tradedWh: energyWh,
  priceMicroPerKwh: priceMicroPerKwh.nullable(),
  welfareNano: amountNano,
  clearedAt: instant,
});
export const clearingsPage = z
  .object({ clearings: z.array(clearingSummary), nextCursor: z.string().nullable() })
  .meta({ id: 'ClearingsPage' });
export type ClearingsPage = z.infer<typeof clearingsPage>;

export const getClearings = route({
  method: 'GET',
  path: '/community/:communityId/clearings',
  access: 'operator',
  summary: 'Clearings of a community, newest first, all versions',
  schemas: {
    params: communityParams,
    query: z.strictObject({
      before: instant.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(96),
    }),
    response: clearingsPage,
  },
});

export const clearAgain = route({
  method: 'POST',
  path: '/community/:communityId/clearings',
  access: 'operator',
  summary: 'Clear past intervals again with the limits that hold now',
  schemas: {
    params: communityParams,
    body: z.strictObject({ start: instant, end: instant }),
    response: z.object({ intervals: z.int() }).meta({ id: 'ClearAgainResult' }),
  },
});
