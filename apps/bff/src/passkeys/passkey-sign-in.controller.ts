import { bffRoutes, type Me, type RequestOptions } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FinishSignIn } from '../auth/finish-sign-in';
import { AskSecondFactor } from '../second-factor/ask-second-factor';
import { SlowedDown } from '../slow-down/slowed-down';
import { CheckPasskey } from './check-passkey';
import { OfferSignIn } from './offer-sign-in';

/**
 * Signs in with a passkey, in place of password and second factor: the device is one factor, and what it asks of its
 * user (a finger, a face, a PIN) is the other.
 */
@Controller()
export class PasskeySignInController {
  constructor(
    private readonly offer: OfferSignIn,
    private readonly check: CheckPasskey,
    private readonly askSecondFactor: AskSecondFactor,
    private readonly finishSignIn: FinishSignIn,
  ) {}

  @Contract(bffRoutes.passkeyOptions)
  // Every view of the sign-in page asks for them: apart, so that looking at pages takes nobody's tries to sign in.
  @SlowedDown({ name: 'passkey-options' })
  options(): Promise<RequestOptions> {
    return this.offer.run();
  }

  @Contract(bffRoutes.passkeyLogin)
  @SlowedDown({ name: 'passkey' })
  async login(
    @Input() { body }: InputOf<typeof bffRoutes.passkeyLogin>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const user = await this.check.run(body.response);
    // The password may have been right before: that half of a sign-in is not needed any more.
    this.askSecondFactor.forget(request, response);
    return this.finishSignIn.run(user, request, response);
  }
}
