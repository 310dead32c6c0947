import { MAX_PRICE_MICRO_PER_KWH } from '@ceex/market';
import * as z from 'zod';
import { shown } from './field-errors';

/** Nodes and orders are named by a text or a whole number; 1 and "1" are the same id. */
export type Id = string | number;

const MAX_LENGTH_M = 1_000_000_000;

function field<T>(accepts: (value: unknown) => boolean, expected: string): z.ZodType<T> {
  const error = ({ input }: { input?: unknown }) =>
    input === undefined ? `is missing; it must be ${expected}` : `must be ${expected}, not ${shown(input)}`;
  return z.custom<T>(accepts, { error });
}

function whole(least: number, most: number, unit: string): z.ZodType<number> {
  const accepts = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;
  return field(accepts, `a whole number${unit} from ${least} to ${most}`);
}

function object<T extends z.ZodRawShape>(shape: T): z.ZodObject<T, z.core.$strict> {
  const fields = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code, input }) => {
      if (code === 'unrecognized_keys') return `unknown field; the fields are ${fields}`;
      if (input === undefined) return `is missing; it must be an object of ${fields}`;
      return `must be an object of ${fields}, not ${shown(input)}`;
    },
  });
}

function list(what: string): z.ZodType<unknown[]> {
  return field(Array.isArray, `a list of ${what}`);
}

function orNull(schema: z.ZodType<number>, expected: string): z.ZodType<number | null> {
  return field((value) => value === null || schema.safeParse(value).success, expected);
}

const isId = (value: unknown) => typeof value === 'string' || Number.isSafeInteger(value);
const id = field<Id>(isId, 'a text or a whole number');
const energyWh = whole(0, Number.MAX_SAFE_INTEGER, ' of Wh');
const fee = whole(0, MAX_PRICE_MICRO_PER_KWH, ' of µCHF/kWh');
const price = whole(-MAX_PRICE_MICRO_PER_KWH, MAX_PRICE_MICRO_PER_KWH, ' of µCHF/kWh');
const capacity = orNull(energyWh, `a whole number of Wh from 0 to ${Number.MAX_SAFE_INTEGER}, or null (no limit)`);
const lengthM = field<number>(
  (value) => typeof value === 'number' && value >= 0 && value <= MAX_LENGTH_M,
  `metres from 0 to ${MAX_LENGTH_M}`,
);

/** A node with the edge to its parent. */
export const edgeNodeSchema = object({
  id,
  parent: field<Id | null>((value) => value === null || isId(value), 'the id of a node, or null at the root'),
  feeUp: fee,
  feeDown: fee,
  capacityUp: capacity,
  capacityDown: capacity,
  lengthM,
});

/** The root has no edge: nothing need be said about one. */
export const rootNodeSchema = object({
  id,
  parent: z.null(),
  feeUp: fee.nullish(),
  feeDown: fee.nullish(),
  capacityUp: capacity.nullish(),
  capacityDown: capacity.nullish(),
  lengthM: lengthM.nullish(),
});

export const orderSchema = object({
  id,
  node: id,
  side: field<'ask' | 'bid'>((value) => value === 'ask' || value === 'bid', '"ask" or "bid"'),
  quantityWh: energyWh,
  limitMicroPerKwh: price,
});

const ruler = field<[number, number]>(
  (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((end) => price.safeParse(end).success) &&
    value[0] <= value[1],
  `two whole prices in µCHF/kWh within ±${MAX_PRICE_MICRO_PER_KWH}, the lower first`,
);

const rulesSchema = object({
  pricing: field<'nodal' | 'midpoint'>((value) => value === 'nodal' || value === 'midpoint', '"nodal" or "midpoint"'),
  k: field<number>((value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1'),
  ruler,
});

/** A case but for its nodes and orders, which are checked one by one so that a long list of errors ends early. */
export const caseSchema = object({
  grid: object({ nodes: list('nodes') }),
  orders: list('orders'),
  rules: rulesSchema,
  interval: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, '').optional(),
});

export type NodeInput = z.infer<typeof edgeNodeSchema> | z.infer<typeof rootNodeSchema>;
export type OrderInput = z.infer<typeof orderSchema>;
export type RulesInput = z.infer<typeof rulesSchema>;
