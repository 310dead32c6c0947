import { bffRoutes, type Me } from '@ceex/contracts';
import { Contract, Failure, Input, type InputOf } from '@ceex/server';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FinishSignIn } from '../auth/finish-sign-in';
import { cookieOf } from '../sessions/session-cookies';
import { SlowedDown } from '../slow-down/slowed-down';
import { AskSecondFactor, PENDING_COOKIE } from './ask-second-factor';
import { PendingSignIns } from './pending-sign-ins';
import { failureOf } from './failure-of';

/** The second step of signing in. */
@Controller()
export class SecondStepController {
  constructor(
    private readonly pending: PendingSignIns,
    private readonly ask: AskSecondFactor,
    private readonly finishSignIn: FinishSignIn,
  ) {}

  @Contract(bffRoutes.loginSecondFactor)
  // By address only: for the account, `ProveSecondFactor` counts more strictly.
  @SlowedDown({ name: 'second-factor' })
  async login(
    @Input() { body }: InputOf<typeof bffRoutes.loginSecondFactor>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const outcome = await this.pending.finish(cookieOf(request, PENDING_COOKIE) ?? '', body);
    if (outcome === 'again') {
      this.ask.forget(request, response);
      throw new Failure('sign-in-again');
    }
    if (outcome === 'wrong' || 'waitSeconds' in outcome) throw failureOf(outcome);
    this.ask.forget(request, response);
    return this.finishSignIn.run(outcome, request, response);
  }
}
