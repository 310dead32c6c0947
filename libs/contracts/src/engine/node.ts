import * as z from 'zod';
import { energyWh, instant, label, localDay, nodeId, priceMicroPerKwh } from '../quantities';
import { route } from '../route';
import { nodeParams, priceRuler } from './trading';

export const STRATEGY_KINDS = ['never-lose', 'market-benefit', 'flexibility'] as const;
export const strategyKind = z.enum(STRATEGY_KINDS);
export type StrategyKind = z.infer<typeof strategyKind>;

/** The owner's choice. A limit that is null stands at its end of the price ruler. */
export const strategy = z.strictObject({
  kind: strategyKind,
  lowestSellMicroPerKwh: priceMicroPerKwh.nonnegative().nullable(),
  highestPayMicroPerKwh: priceMicroPerKwh.nonnegative().nullable(),
  /** What a kWh that is moved in time must bring in addition; only with `flexibility`. */
  flexibilityMicroPerKwh: priceMicroPerKwh.nonnegative().nullable(),
});
export type Strategy = z.infer<typeof strategy>;

export const nodeStrategy = z
  .object({
    nodeId: z.int(),
    validFrom: instant,
    strategy,
    /** The limits that the next clearing will use: the handles, clamped to the ruler by the strategy. */
    effectiveLowestSellMicroPerKwh: priceMicroPerKwh,
    effectiveHighestPayMicroPerKwh: priceMicroPerKwh,
    ruler: priceRuler,
  })
  .meta({ id: 'NodeStrategy' });
export type NodeStrategy = z.infer<typeof nodeStrategy>;

export const getNodeStrategy = route({
  method: 'GET',
  path: '/node/:nodeId/strategy',
  access: 'node',
  summary: 'The strategy of a node and its effective limits',
  schemas: { params: nodeParams, response: nodeStrategy },
});

export const putNodeStrategy = route({
  method: 'PUT',
  path: '/node/:nodeId/strategy',
  access: 'node',
  summary: 'Set the strategy of a node, from the running interval on',
  schemas: { params: nodeParams, body: strategy, response: nodeStrategy },
});

export const pvSystem = z.strictObject({
  name: label,
  peakPowerW: z.int().min(1).max(10_000_000),
  tiltDeg: z.int().min(0).max(90),
  /** 0 = north, 90 = east, 180 = south, 270 = west. */
  azimuthDeg: z.int().min(0).max(359),
  commissionedOn: localDay,
});
export type PvSystem = z.infer<typeof pvSystem>;

export const battery = z.strictObject({
  name: label,
  capacityWh: z.int().min(1).max(100_000_000),
  powerW: z.int().min(1).max(10_000_000),
});
export type Battery = z.infer<typeof battery>;

export const NODE_KINDS = ['household', 'junction', 'cabinet', 'transformer'] as const;
export const nodeKind = z.enum(NODE_KINDS);
export type NodeKind = z.infer<typeof nodeKind>;

export const nodeProfile = z
  .object({
    nodeId: z.int(),
    code: z.string(),
    label: z.string(),
    kind: nodeKind,
    communityId: z.int(),
    communityName: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    gridOperator: z.string(),
    meteringPoint: z.string().nullable(),
    /** From the last twelve months: what it took from the grid, what it gave to it, or both. */
    role: z.enum(['consumer', 'producer', 'both']),
    lastTwelveMonths: z.object({
      from: localDay,
      to: localDay,
      /** Energy required from outside the house. */
      requiredWh: energyWh,
      /** Energy given to the grid. */
      surplusWh: energyWh,
      usedWh: energyWh,
      producedWh: energyWh,
    }),
    pvSystems: z.array(pvSystem),
    batteries: z.array(battery),
  })
  .meta({ id: 'NodeProfile' });
export type NodeProfile = z.infer<typeof nodeProfile>;

export const getNodeProfile = route({
  method: 'GET',
  path: '/node/:nodeId',
  access: 'node',
  summary: 'Who and what a node is',
  schemas: { params: z.strictObject({ nodeId }), response: nodeProfile },
});

/**
 * What neighbours see of a household: one line of letters, digits and plain signs in whatever script, so that nobody can
 * hide or turn around text with it.
 */
export const nodeLabel = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{M}\p{N} .,:'’&()/+-]+$/u, 'may have letters, digits, spaces and plain signs');

export const putNodeLabel = route({
  method: 'PUT',
  path: '/node/:nodeId/label',
  access: 'node',
  summary: 'Choose what neighbours see of a household',
  schemas: {
    params: z.strictObject({ nodeId }),
    body: z.strictObject({ label: nodeLabel }),
    response: nodeProfile,
  },
});
