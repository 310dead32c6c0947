import type { FieldError } from '@ceex/contracts';
import { z } from 'zod';
import { Failure } from './failure';

/** No answer lists more than this: what is wrong with the rest shows once these are mended. */
const MAX_ERRORS = 50;

/**
 * `value` as `schema` understands it, else a `bad-request` failure with one entry for each fault.
 * `where` (`params`, `query`, `body`) leads the paths.
 */
export function parseOrFail<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Failure('bad-request', { errors: fieldErrors(result.error, where) });
}

/** The issues of a zod error as the contract's field errors. */
export function fieldErrors(error: z.core.$ZodError, where?: string): FieldError[] {
  return error.issues.slice(0, MAX_ERRORS).map(({ path, message }) => ({
    path: [...(where === undefined ? [] : [where]), ...path.map(String)].join('.'),
    message,
  }));
}
