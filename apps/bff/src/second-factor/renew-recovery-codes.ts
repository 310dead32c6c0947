import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProveSecondFactor } from './prove-second-factor';
import { RecoveryCodes } from './recovery-codes';
import { failureOf } from './failure-of';
import { TellOfChange } from './tell-of-change';

/** Makes new recovery codes; the old ones are worth nothing from then on. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prove: ProveSecondFactor,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly tell: TellOfChange,
  ) {}

  /** Throws `wrong-code`, also where there is no authenticator app, and `too-many-requests`. */
  async run(userId: string, code: string, now = new Date()): Promise<string[]> {
    let codes: string[] = [];
    const verdict = await this.dataSource.transaction(async (manager) => {
      const proved = await this.prove.run(manager, userId, { code }, now);
      if (proved !== 'right') return proved;
      codes = await this.recoveryCodes.replace(manager, userId);
      await this.tell.run(manager, { userId, what: 'recovery-codes-made' }, now);
      return proved;
    });
    if (verdict !== 'right') throw failureOf(verdict);
    return codes;
  }
}
