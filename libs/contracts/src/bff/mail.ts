/** What becomes of a letter: it waits (or is being delivered again), went out, was given up, or came too late. */
export const LETTER_STATES = ['queued', 'sent', 'failed', 'expired'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/**
 * Why a letter could not be delivered: no mail server answered; it refused our credentials, this recipient, or the
 * letter; it took too long; or something that we did not foresee.
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
