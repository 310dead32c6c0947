import { bffRoutes, type LinkState } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentCaller } from '../auth/current-caller';
import { KnownDevices } from '../slow-down/known-devices';
import { SlowDown } from '../slow-down/slow-down';
import { emailOfBody, SlowedDown, userOfSession } from '../slow-down/slowed-down';
import type { Caller } from '../users/caller';
import { ChangePassword } from './change-password';
import { MailRequests } from './mail-requests';
import { ResetPassword } from './reset-password';

@Controller()
export class PasswordController {
  constructor(
    private readonly mailRequests: MailRequests,
    private readonly reset: ResetPassword,
    private readonly change: ChangePassword,
    private readonly slowDown: SlowDown,
    private readonly devices: KnownDevices,
  ) {}

  @Contract(bffRoutes.requestResetEmail)
  @SlowedDown({ name: 'letter', accountOf: emailOfBody })
  async request(@Input() { body }: InputOf<typeof bffRoutes.requestResetEmail>): Promise<void> {
    await this.mailRequests.add('reset-password', body.email);
  }

  @Contract(bffRoutes.checkResetLink)
  @SlowedDown({ name: 'link' })
  check(@Input() { body }: InputOf<typeof bffRoutes.checkResetLink>): Promise<LinkState> {
    return this.reset.check(body.token);
  }

  @Contract(bffRoutes.resetPassword)
  @SlowedDown({ name: 'link' })
  async resetPassword(
    @Input() { body }: InputOf<typeof bffRoutes.resetPassword>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { id, email } = await this.reset.run(body.token, body.password);
    // Whoever reads the account's mail need not wait for those who guess at its password.
    await this.slowDown.forgive({ name: 'sign-in', counted: 'account', subject: email });
    this.devices.remember(request, response, email, id);
  }

  @Contract(bffRoutes.changePassword)
  @SlowedDown({ name: 'password', accountOf: userOfSession })
  async changePassword(
    @Input() { body }: InputOf<typeof bffRoutes.changePassword>,
    @CurrentCaller() caller: Caller,
    @Req() request: Request,
  ): Promise<void> {
    await this.change.run(caller, body.current, body.password);
    await this.slowDown.forgiveAll(request);
  }
}
