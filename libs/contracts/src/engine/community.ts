import * as z from 'zod';
import {
  amountNano,
  basisPoints,
  energyWh,
  instant,
  label,
  localDay,
  priceMicroPerKwh,
  signedEnergyWh,
  timeZone,
} from '../quantities';
import { route } from '../route';
import { energyAndMoney, rangeQuery } from './metrics';
import { battery, nodeKind, pvSystem, strategy } from './node';
import { communityParams } from './trading';

/** A community's size is bounded: what one interval clears at once. */
export const MAX_NODES = 20_000;

const code = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.:/-]+$/, 'letters, digits and . : / - _ only');
const price = priceMicroPerKwh.nonnegative();
const capacity = z.int().nonnegative().nullable();

/** What the utility charges and pays outside the market, from a local day on. Prices without VAT. */
export const tariff = z.strictObject({
  validFrom: localDay,
  retailMicroPerKwh: price,
  gridUsageMicroPerKwh: price,
  leviesMicroPerKwh: price,
  feedInMicroPerKwh: price,
  /** Reduction of grid usage for energy that stays on one grid level, and where it crosses a transformer. */
  discountSameLevel: basisPoints,
  discountAcrossTransformer: basisPoints,
  vat: basisPoints,
});
export type Tariff = z.infer<typeof tariff>;

/** A node of the grid with the edge to its parent. */
export const gridNode = z.strictObject({
  code,
  parent: code.nullable(),
  kind: nodeKind,
  label,
  x: z.number().nullable(),
  y: z.number().nullable(),
  lengthM: z.number().nonnegative().max(1_000_000),
  rating: z.number().positive().nullable(),
  ratingUnit: z.enum(['A', 'kVA']).nullable(),
  /** Wh per interval in each direction; null: no limit. */
  capacityUpWh: capacity,
  capacityDownWh: capacity,
  feeUpMicroPerKwh: price,
  feeDownMicroPerKwh: price,
});
export type GridNode = z.infer<typeof gridNode>;

/** What a household node has behind its meter. */
export const household = z.strictObject({
  node: code,
  meteringPoint: z
    .string()
    .regex(/^[A-Z]{2}[0-9A-Z]{31}$/)
    .nullable(),
  pvSystems: z.array(pvSystem).max(50),
  batteries: z.array(battery).max(50),
  strategy,
});
export type Household = z.infer<typeof household>;

export const communityRules = z.strictObject({
  pricing: z.enum(['nodal', 'midpoint']),
  /** The point between the lowest and the highest possible price: 0 favours buyers, 1 sellers. */
  k: z.number().min(0).max(1),
  discountLevel: z.enum(['same-level', 'across-transformer']),
  volumes: z.enum(['market', 'utility']),
  /** How long after its end an interval waits for missing readings. */
  deadlineMinutes: z
    .int()
    .min(1)
    .max(60 * 24 * 60),
});
export type CommunityRules = z.infer<typeof communityRules>;

export const foundCommunityBody = z.strictObject({
  name: label,
  timeZone,
  currency: z.string().regex(/^[A-Z]{3}$/),
  gridOperator: label,
  rules: communityRules,
  grid: z.array(gridNode).min(1).max(MAX_NODES),
  households: z.array(household).min(1).max(MAX_NODES),
  tariffs: z.array(tariff).min(1).max(1_000),
  /** Readings come from simulated meters with this seed; null: they are delivered. */
  simulation: z.strictObject({ seed: z.int().nonnegative(), anchor: instant }).nullable(),
});
export type FoundCommunity = z.infer<typeof foundCommunityBody>;

export const foundCommunity = route({
  method: 'POST',
  path: '/community',
  access: 'administrator',
  summary: 'Found a community: grid, households, tariffs, rules, all or nothing',
  schemas: {
    body: foundCommunityBody,
    response: z
      .object({ communityId: z.int(), nodes: z.array(z.object({ nodeId: z.int(), code: z.string() })) })
      .meta({ id: 'FoundedCommunity' }),
  },
});

export const community = z
  .object({
    communityId: z.int(),
    name: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    gridOperator: z.string(),
    rules: communityRules,
    tariffs: z.array(tariff),
    status: z.enum(['open', 'stopped']),
  })
  .meta({ id: 'Community' });
export type Community = z.infer<typeof community>;

export const getCommunity = route({
  method: 'GET',
  path: '/community/:communityId',
  access: 'member',
  summary: 'A community, its rules and its tariffs',
  schemas: { params: communityParams, response: community },
});

export const gridView = z
  .object({
    communityId: z.int(),
    nodes: z.array(
      gridNode.extend({
        nodeId: z.int(),
        parentId: z.int().nullable(),
        /** It has a PV system: a neighbour sees that on the roof. */
        produces: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'GridView' });
export type GridView = z.infer<typeof gridView>;

export const getGrid = route({
  method: 'GET',
  path: '/community/:communityId/grid',
  access: 'member',
  summary: 'The grid of a community',
  schemas: { params: communityParams, response: gridView },
});

export const putTariff = route({
  method: 'PUT',
  path: '/community/:communityId/tariff',
  access: 'operator',
  summary: 'Add a tariff, or replace one that does not hold yet',
  schemas: { params: communityParams, body: tariff, response: community },
});

export const importResult = z
  .object({
    lines: z.int(),
    inserted: z.int(),
    corrected: z.int(),
    unchanged: z.int(),
    intervals: z.int(),
    from: instant.nullable(),
    to: instant.nullable(),
  })
  .meta({ id: 'ImportResult' });
export type ImportResult = z.infer<typeof importResult>;

/** Readings as CSV: `node` or `meteringPoint`, `start`, `importKwh`, `exportKwh`, optionally `productionKwh`. */
export const importReadings = route({
  method: 'POST',
  path: '/community/:communityId/readings',
  access: 'operator',
  summary: 'Import readings from CSV, all lines or none',
  bodyType: 'text/csv',
  schemas: {
    params: communityParams,
    query: z.strictObject({ quality: z.enum(['measured', 'estimated', 'simulated']).default('measured') }),
    response: importResult,
  },
});

export const ACCOUNT_KINDS = ['node', 'utility', 'grid-operator', 'community'] as const;

/** What the ledger says of a period. Energy and money are positive where the account gave energy and received money. */
export const communitySummary = z
  .object({
    communityId: z.int(),
    start: instant,
    end: instant,
    totals: energyAndMoney,
    tradedWh: energyWh,
    intervalsWithTrade: z.int(),
    accounts: z.array(
      z.object({ kind: z.enum(ACCOUNT_KINDS), accounts: z.int(), energyWh: signedEnergyWh, amountNano }),
    ),
    /** Both must be zero. */
    ledgerSum: z.object({ energyWh: signedEnergyWh, amountNano }),
  })
  .meta({ id: 'CommunitySummary' });
export type CommunitySummary = z.infer<typeof communitySummary>;

export const getCommunitySummary = route({
  method: 'GET',
  path: '/community/:communityId/summary',
  access: 'operator',
  summary: 'Energy, trade and the ledger of a community over a period',
  schemas: { params: communityParams, query: rangeQuery, response: communitySummary },
});
