import { bffRoutes, type Me } from '@ceex/contracts';
import { Contract, Failure, Input, type InputOf, type OutputOf } from '@ceex/server';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentCaller } from '../auth/current-caller';
import { FinishSignIn } from '../auth/finish-sign-in';
import { SlowedDown } from '../slow-down/slowed-down';
import { type Caller, meOf } from '../users/caller';
import { Callers } from '../users/callers';
import { AcceptInvitation } from './accept-invitation';
import { LookAtInvitation } from './look-at-invitation';

const { lookAtInvitation, acceptInvitation, acceptInvitationSignedIn } = bffRoutes;

/** What somebody with the link of a letter does. Guesses at links are counted by address. */
@Controller()
export class AcceptanceController {
  constructor(
    private readonly look: LookAtInvitation,
    private readonly accept: AcceptInvitation,
    private readonly finishSignIn: FinishSignIn,
    private readonly callers: Callers,
  ) {}

  @Contract(lookAtInvitation)
  @SlowedDown({ name: 'link' })
  lookAt(@Input() { body }: InputOf<typeof lookAtInvitation>): Promise<OutputOf<typeof lookAtInvitation>> {
    return this.look.run(body.token);
  }

  @Contract(acceptInvitation)
  @SlowedDown({ name: 'link' })
  async acceptAnew(
    @Input() { body }: InputOf<typeof acceptInvitation>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const user = await this.accept.newAccount(body);
    return this.finishSignIn.run(user, request, response);
  }

  @Contract(acceptInvitationSignedIn)
  @SlowedDown({ name: 'link' })
  async acceptSignedIn(
    @Input() { body }: InputOf<typeof acceptInvitationSignedIn>,
    @CurrentCaller() caller: Caller,
  ): Promise<Me> {
    await this.accept.signedIn(body.token, caller);
    const now = await this.callers.find(caller.sessionId, caller.userId);
    if (!now) throw new Failure('unauthenticated');
    return meOf(now);
  }
}
