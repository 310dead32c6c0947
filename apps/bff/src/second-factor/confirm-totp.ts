import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RecoveryCodes } from './recovery-codes';
import { SecretSeal } from './secret-seal';
import { TellOfChange } from './tell-of-change';
import { TotpFactor } from './totp-factor.entity';
import { stepOfCode } from './totp';

/** A secret that nobody confirmed in so long is begun anew: its page may still stand open somewhere. */
export const BEGUN_MINUTES = 15;

/** Turns an authenticator app on, once it shows that it has the secret. */
@Injectable()
export class ConfirmTotp {
  constructor(
    private readonly dataSource: DataSource,
    private readonly seal: SecretSeal,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly tell: TellOfChange,
  ) {}

  /** The recovery codes. Throws `wrong-code`, and `conflict` where no app waits to be confirmed. */
  run(userId: string, code: string, now = new Date()): Promise<string[]> {
    return this.dataSource.transaction(async (manager) => {
      const factor = await manager.findOne(TotpFactor, { where: { userId }, lock: { mode: 'pessimistic_write' } });
      const oldest = new Date(now.getTime() - BEGUN_MINUTES * 60_000);
      if (!factor || factor.confirmedAt || factor.begunAt < oldest)
        throw new Failure('conflict', { detail: 'no authenticator app waits to be confirmed' });
      const step = stepOfCode(this.seal.open(factor, userId), code, now);
      if (step === undefined) throw new Failure('wrong-code');
      await manager.update(TotpFactor, { userId }, { confirmedAt: now, lastStep: step });
      await this.tell.run(manager, { userId, what: 'authenticator-added' }, now);
      return this.recoveryCodes.replace(manager, userId);
    });
  }
}
