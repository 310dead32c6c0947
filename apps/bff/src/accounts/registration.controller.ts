import { bffRoutes, type LinkState, type Me } from '@ceex/contracts';
import { Contract, Failure, Input, type InputOf } from '@ceex/server';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FinishSignIn } from '../auth/finish-sign-in';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { emailOfBody, SlowedDown } from '../slow-down/slowed-down';
import { CompleteRegistration } from './complete-registration';
import { MailRequests } from './mail-requests';

@Controller()
export class RegistrationController {
  constructor(
    private readonly mailRequests: MailRequests,
    private readonly complete: CompleteRegistration,
    private readonly finishSignIn: FinishSignIn,
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
  ) {}

  @Contract(bffRoutes.register)
  @SlowedDown({ name: 'letter', accountOf: emailOfBody })
  async register(@Input() { body }: InputOf<typeof bffRoutes.register>): Promise<void> {
    this.requireOpen();
    await this.mailRequests.add('register', body.email, body.language);
  }

  @Contract(bffRoutes.checkRegistrationLink)
  @SlowedDown({ name: 'link' })
  check(@Input() { body }: InputOf<typeof bffRoutes.checkRegistrationLink>): Promise<LinkState> {
    this.requireOpen();
    return this.complete.check(body.token);
  }

  @Contract(bffRoutes.completeRegistration)
  @SlowedDown({ name: 'link' })
  async makeAccount(
    @Input() { body }: InputOf<typeof bffRoutes.completeRegistration>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    this.requireOpen();
    const user = await this.complete.run(body.token, body.password, body.language);
    return this.finishSignIn.run(user, request, response);
  }

  private requireOpen(): void {
    if (!this.config.OPEN_REGISTRATION) throw new Failure('not-found');
  }
}
