import { bffRoutes, type SecondFactor } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { Controller } from '@nestjs/common';
import { CurrentCaller } from '../auth/current-caller';
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
  ): Promise<{ secret: string; uri: string }> {
    await this.confirmPassword.run(caller.userId, body.password);
    return this.begin.run(caller);
  }

  @Contract(bffRoutes.confirmTotp)
  @SlowedDown({ name: 'second-factor', accountOf: userOfSession })
  async confirmTotp(
    @Input() { body }: InputOf<typeof bffRoutes.confirmTotp>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<{ recoveryCodes: string[] }> {
    return { recoveryCodes: await this.confirm.run(userId, body.code) };
  }

  @Contract(bffRoutes.removeTotp)
  @SlowedDown({ name: 'password', accountOf: userOfSession })
  async removeTotp(
    @Input() { body }: InputOf<typeof bffRoutes.removeTotp>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<SecondFactor> {
    await this.confirmPassword.run(userId, body.password);
    await this.remove.run(userId, body.proof);
    return this.factors.of(userId);
  }

  @Contract(bffRoutes.renewRecoveryCodes)
  @SlowedDown({ name: 'password', accountOf: userOfSession })
  async renewRecoveryCodes(
    @Input() { body }: InputOf<typeof bffRoutes.renewRecoveryCodes>,
    @CurrentCaller() { userId }: Caller,
  ): Promise<{ recoveryCodes: string[] }> {
    await this.confirmPassword.run(userId, body.password);
    return { recoveryCodes: await this.renew.run(userId, body.code) };
  }
}
