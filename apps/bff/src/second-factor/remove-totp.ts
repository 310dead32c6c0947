import type { SecondFactorProof } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProveSecondFactor } from './prove-second-factor';
import { RecoveryCodes } from './recovery-codes';
import { failureOf } from './failure-of';
import { TellOfChange } from './tell-of-change';
import { TotpFactor } from './totp-factor.entity';

/**
 * Turns the authenticator app off: only for who can use it, or has a recovery code. Nobody can do it for somebody else,
 * no operator and no administrator: whoever could be talked into it would be the way around the second factor.
 */
@Injectable()
export class RemoveTotp {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prove: ProveSecondFactor,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly tell: TellOfChange,
  ) {}

  /** Throws `wrong-code`, also where there is no app to turn off, and `too-many-requests`. */
  async run(userId: string, proof: SecondFactorProof, now = new Date()): Promise<void> {
    const verdict = await this.dataSource.transaction(async (manager) => {
      const proved = await this.prove.run(manager, userId, proof, now);
      if (proved !== 'right') return proved;
      await manager.delete(TotpFactor, { userId });
      await this.recoveryCodes.forget(manager, userId);
      await this.tell.run(manager, { userId, what: 'authenticator-removed' }, now);
      return proved;
    });
    if (verdict !== 'right') throw failureOf(verdict);
  }
}
