import * as z from 'zod';
import { energyWh, instant, priceMicroPerKwh, timeZone } from '../quantities';
import { route } from '../route';
import { energyAndMoney, rangeQuery } from './metrics';
import { strategy, strategyKind } from './node';
import { nodeParams } from './trading';

/** A replay covers a year at most: so many local days, a leap day and both ends included. */
export const MAX_REPLAY_DAYS = 367;

/** A price in a query: decimal digits and nothing else, so that no two spellings name one price. */
const price = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})$/, 'a whole number of µCHF/kWh')
  .transform(Number)
  .pipe(priceMicroPerKwh.nonnegative());

/** A strategy as a query names it: a limit that is left out stands at its end of the price ruler. */
export const replayQuery = rangeQuery.extend({
  kind: strategyKind,
  lowestSellMicroPerKwh: price.optional(),
  highestPayMicroPerKwh: price.optional(),
  flexibilityMicroPerKwh: price.optional(),
});
export type ReplayQuery = z.infer<typeof replayQuery>;

/** Energy and money of a node with what it offered, or wanted, at a limit that no neighbour met. */
export const replayTotals = energyAndMoney.extend({ unsoldWh: energyWh, unboughtWh: energyWh });
export type ReplayTotals = z.infer<typeof replayTotals>;

/** What a strategy would have made of the past, beside what was. */
export const nodeReplay = z
  .object({
    nodeId: z.int(),
    timeZone,
    currency: z.string(),
    start: instant,
    end: instant,
    /** The cleared intervals of the community in this time. */
    intervals: z.int().nonnegative(),
    strategy,
    /** With that strategy in all of them, everybody else's orders as they were. */
    proposed: replayTotals,
    /** As it was. */
    current: replayTotals,
  })
  .meta({ id: 'NodeReplay' });
export type NodeReplay = z.infer<typeof nodeReplay>;

export const getNodeReplay = route({
  method: 'GET',
  path: '/node/:nodeId/replay',
  access: 'node',
  summary: 'What another strategy of the node would have made of its past',
  schemas: { params: nodeParams, query: replayQuery, response: nodeReplay },
});
