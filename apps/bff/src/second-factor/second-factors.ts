import type { SecondFactor, SecondStep } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { Passkey } from '../passkeys/passkey.entity';
import { RecoveryCodes } from './recovery-codes';
import { TotpFactor } from './totp-factor.entity';

/**
 * Says what an account asks for after the password. Only an authenticator app makes a second step: a passkey takes the
 * place of both steps, and somebody who made one on one device must still get in with the password on another.
 */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /** The ways to go on after the right password; none where the password is enough. */
  async stepsOf(userId: string): Promise<readonly SecondStep[]> {
    const { totpSince, recoveryCodesLeft } = await this.of(userId);
    if (totpSince === null) return [];
    const hasPasskey = await this.dataSource.getRepository(Passkey).existsBy({ userId });
    return [
      'totp',
      ...(recoveryCodesLeft > 0 ? ['recovery-code' as const] : []),
      ...(hasPasskey ? ['passkey' as const] : []),
    ];
  }

  async of(userId: string): Promise<SecondFactor> {
    const factor = await this.dataSource.getRepository(TotpFactor).findOneBy({ userId, confirmedAt: Not(IsNull()) });
    const recoveryCodesLeft = await this.recoveryCodes.left(userId);
    return { totpSince: factor?.confirmedAt?.toISOString() ?? null, recoveryCodesLeft };
  }
}
