import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import { SlowDownGuard } from './slow-down-guard';
import { SLOW_DOWN, type SlowDownRule } from './slow-down-rule';

/**
 * Slows guesses at a handler down: 429 `too-many-requests` with `Retry-After` (seconds). Every public route that takes a
 * secret, or makes a letter, has it.
 */
export function SlowedDown(rule: SlowDownRule) {
  return applyDecorators(SetMetadata(SLOW_DOWN, rule), UseGuards(SlowDownGuard));
}

/** The account that the body names by its address. A body without one is refused later; all of them share one count. */
export function emailOfBody({ body }: Request): string {
  const email: unknown = (body as { email?: unknown } | undefined)?.email;
  return typeof email === 'string' ? email.trim().toLowerCase().slice(0, 254) : '';
}

/** The account of whoever is signed in: somebody with a stolen session must not guess the password with it. */
export function userOfSession({ user }: Request): string | undefined {
  return (user as { readonly userId?: string } | undefined)?.userId;
}
