import { PENDING_MINUTES } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SessionCookies } from '../sessions/session-cookies';
import type { User } from '../users/user.entity';
import { PendingSignIns } from './pending-sign-ins';
import { SecondFactors } from './second-factors';

export const PENDING_COOKIE = 'ceex_pending';
const PENDING_PATH = '/api/auth';

/** Stands between the right password and the session: lets through whose password is enough. */
@Injectable()
export class AskSecondFactor {
  constructor(
    private readonly factors: SecondFactors,
    private readonly pending: PendingSignIns,
    private readonly cookies: SessionCookies,
  ) {}

  /** Throws `second-factor-required` with the ways to go on, after giving the browser what it goes on with. */
  async run(user: User, request: Request, response: Response): Promise<void> {
    const methods = await this.factors.stepsOf(user.id);
    if (methods.length === 0) return;
    const token = await this.pending.begin(user);
    response.cookie(PENDING_COOKIE, token, {
      ...this.cookies.options(request, PENDING_PATH),
      maxAge: PENDING_MINUTES * 60_000,
    });
    throw new Failure('second-factor-required', { methods });
  }

  /** The sign-in is over, for better or worse. */
  forget(request: Request, response: Response): void {
    response.clearCookie(PENDING_COOKIE, this.cookies.options(request, PENDING_PATH));
  }
}
