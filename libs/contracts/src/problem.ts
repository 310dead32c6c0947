import * as z from 'zod';
import { PROBLEM_CODES } from './problem-codes';

/** Ways to take the second step of signing in: a code of the app, a recovery code, or a passkey in place of both steps. */
export const SECOND_STEPS = ['totp', 'recovery-code', 'passkey'] as const;
export type SecondStep = (typeof SECOND_STEPS)[number];

/** One thing wrong with the input: where (a JSON path or a column) and why. */
export const fieldError = z.strictObject({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof fieldError>;

/** Why a line of an import was rejected. */
export const LINE_CODES = [
  'columns',
  'unknown-node',
  'bad-number',
  'bad-time',
  'off-grid',
  'ambiguous-time',
  'missing-time',
  'duplicate',
  'out-of-range',
  'bad-email',
  'bad-language',
  'already-invited',
] as const;
export const lineError = z.strictObject({ line: z.int(), code: z.enum(LINE_CODES), message: z.string() });
export type LineError = z.infer<typeof lineError>;

/** RFC 9457 problem details as both servers send them (`application/problem+json`). */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(fieldError).optional(),
    lines: z.array(lineError).optional(),
    rejectedLines: z.int().optional(),
    /** With `second-factor-required`: the ways that this account has. */
    methods: z.array(z.enum(SECOND_STEPS)).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
