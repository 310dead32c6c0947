import { bffRoutes, type SecondFactor } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { CurrentCaller } from '../auth/current-caller';
import { SlowDown } from '../slow-down/slow-down';
import { SlowedDown, userOfSession } from '../slow-down/slowed-down';
import type { Caller } from '../users/caller';
import { BeginTotp } from './begin-totp';
import { ConfirmPassword } from './confirm-password';
import { ConfirmTotp } from './confirm-totp';
import { RemoveTotp } from './remove-totp';
import { RenewRecoveryCodes } from './renew-recovery-codes';
import { SecondFactors } from './second-factors';

/** The own second factor: look at it, turn it on and off. */
@Controller()
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly confirmPassword: ConfirmPassword,
    private readonly begin: BeginTotp,
    private readonly confirm: ConfirmTotp,
    private readonly remove: RemoveTotp,
    private readonly renew: RenewRecoveryCodes,
    private readonly slowDown: SlowDown,
  ) {}

  @Contract(bffRoutes.getSecondFactor)
  read(@CurrentCaller() { userId }: Caller): Promise<SecondFactor> {
    return this.factors.of(userId);
  }

  @Contract(bffRoutes.beginTotp)
  @SlowedDown({ name: 'password', accountOf: userOfSession })
  async beginTotp(
    @Input() { body }: InputOf<typeof bffRoutes.beginTotp>,
    @CurrentCaller() caller: Caller,
    @Req() request: Request,
  ): Promise<{ secret: string; uri: string }> {
    await this.confirmPassword.run(caller.userId, body.password, request);
    return this.begin.run(caller);
  }

  @Contract(bffRoutes.confirmTotp)
  @SlowedDown({ name: 'second-factor', accountOf: userOfSession })
  async confirmTotp(
    @Input() { body }: InputOf<typeof bffRoutes.confirmTotp>,
    @CurrentCaller() { userId }: Caller,
    @Req() request: Request,
  ): Promise<{ recoveryCodes: string[] }> {
    const recoveryCodes = await this.confirm.run(userId, body.code);
    await this.slowDown.forgiveAll(request);
    return { recoveryCodes };
  }

  @Contract(bffRoutes.removeTotp)
  @SlowedDown({ name: 'password', accountOf: userOfSession })
  async removeTotp(
    @Input() { body }: InputOf<typeof bffRoutes.removeTotp>,
    @CurrentCaller() { userId }: Caller,
    @Req() request: Request,
  ): Promise<SecondFactor> {
    await this.confirmPassword.run(userId, body.password, request);
    await this.remove.run(userId, body.proof);
    return this.factors.of(userId);
  }

  @Contract(bffRoutes.renewRecoveryCodes)
  @SlowedDown({ name: 'password', accountOf: userOfSession })
  async renewRecoveryCodes(
    @Input() { body }: InputOf<typeof bffRoutes.renewRecoveryCodes>,
    @CurrentCaller() { userId }: Caller,
    @Req() request: Request,
  ): Promise<{ recoveryCodes: string[] }> {
    await this.confirmPassword.run(userId, body.password, request);
    return { recoveryCodes: await this.renew.run(userId, body.code) };
  }
}
