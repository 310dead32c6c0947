import * as z from 'zod';
import { communityParams } from '../engine/trading';
import { instant, rowId } from '../quantities';
import { route } from '../route';

/** Everything that the server writes to people. */
export const LETTER_KINDS = [
  'invitation',
  'verify-registration',
  'reset-password',
  'no-account-here',
  'account-exists',
  'confirm-email',
  'email-changing',
  'email-changed',
  'password-changed',
  'session-reused',
  'second-factor-changed',
  'node-shared',
  'node-added',
  'node-removed',
  'operator-made',
  'operator-ended',
  'account-deleted',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** What becomes of a letter: it waits (or is being delivered), went out, was given up, or would have come too late. */
export const LETTER_STATES = ['queued', 'sent', 'failed', 'expired'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/**
 * Why a letter could not be delivered: no mail server answered; it refused our credentials, this recipient, or the
 * letter; it took too long; or something that nobody foresaw.
 */
export const LETTER_ERRORS = [
  'unreachable',
  'sign-in-refused',
  'recipient-refused',
  'letter-refused',
  'timeout',
  'other',
] as const;
export type LetterError = (typeof LETTER_ERRORS)[number];

/** A letter as its sender's side sees it: what became of it, never what it says. */
export const letterFate = z
  .object({
    letterId: z.int(),
    kind: z.enum(LETTER_KINDS),
    recipient: z.string(),
    state: z.enum(LETTER_STATES),
    /** Deliveries tried. */
    attempts: z.int(),
    /** Why the last one failed. */
    error: z.enum(LETTER_ERRORS).nullable(),
    createdAt: instant,
    /** When the next delivery is due; null where none will be. */
    nextAttemptAt: instant.nullable(),
    /** When it was sent, given up or expired. */
    settledAt: instant.nullable(),
    /** From then on it is not sent any more. */
    expiresAt: instant,
  })
  .meta({ id: 'LetterFate' });
export type LetterFate = z.infer<typeof letterFate>;

const lettersQuery = z.strictObject({
  state: z.enum(LETTER_STATES).optional(),
  before: rowId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const letterFates = z
  .object({
    letters: z.array(letterFate),
    /** The `before` of the next page; null on the last. */
    next: z.int().nullable(),
  })
  .meta({ id: 'LetterFates' });
export type LetterFates = z.infer<typeof letterFates>;

const letterParams = z.strictObject({ letterId: rowId });

export const getCommunityMail = route({
  method: 'GET',
  path: '/api/community/:communityId/mail',
  access: 'operator',
  summary: 'The letters written on behalf of a community, newest first, and what became of them',
  schemas: { params: communityParams, query: lettersQuery, response: letterFates },
});

/** Refused: `conflict` where the letter was not given up. */
export const retryCommunityMail = route({
  method: 'POST',
  path: '/api/community/:communityId/mail/:letterId/retry',
  access: 'operator',
  summary: 'Try again to deliver a letter that was given up',
  schemas: { params: communityParams.extend(letterParams.shape), response: letterFate },
});

export const getServerMail = route({
  method: 'GET',
  path: '/api/admin/mail',
  access: 'administrator',
  summary: 'The letters that belong to no community, newest first, and what became of them',
  schemas: { query: lettersQuery, response: letterFates },
});

/** Refused: `conflict` where the letter was not given up. */
export const retryServerMail = route({
  method: 'POST',
  path: '/api/admin/mail/:letterId/retry',
  access: 'administrator',
  summary: 'Try again to deliver a letter that belongs to no community',
  schemas: { params: letterParams, response: letterFate },
});
