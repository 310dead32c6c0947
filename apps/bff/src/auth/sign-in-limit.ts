import { Failure } from '@ceex/server';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail, type ThrottlerModuleOptions } from '@nestjs/throttler';
import type { Request } from 'express';
import type { BffConfig } from '../config/bff-config';
import { normalEmail } from '../users/users';

const WINDOW_MS = 5 * 60_000;

/** Attempts are counted by address, against one machine that tries many accounts, and by account, against many machines. */
export function signInLimits(config: BffConfig): ThrottlerModuleOptions {
  return {
    setHeaders: false,
    throttlers: [
      { name: 'address', ttl: WINDOW_MS, limit: config.SIGN_IN_LIMIT_ADDRESS },
      {
        name: 'account',
        ttl: WINDOW_MS,
        limit: config.SIGN_IN_LIMIT_ACCOUNT,
        getTracker: (request) => accountOf(request as Request),
      },
    ],
  };
}

/** Guards the sign-in: 429 `too-many-requests` with `Retry-After` (seconds). */
@Injectable()
export class SignInLimit extends ThrottlerGuard {
  protected override throwThrottlingException(_: ExecutionContext, detail: ThrottlerLimitDetail): Promise<void> {
    throw new Failure('too-many-requests', { headers: { 'retry-after': String(Math.ceil(detail.timeToBlockExpire)) } });
  }
}

/** A body without an address is refused later; until then all of them share one count. */
function accountOf({ body }: Request): string {
  const email: unknown = (body as { email?: unknown } | undefined)?.email;
  return typeof email === 'string' ? normalEmail(email).slice(0, 254) : '';
}
