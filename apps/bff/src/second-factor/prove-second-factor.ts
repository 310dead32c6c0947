import type { SecondFactorProof } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RecoveryCodes } from './recovery-codes';
import { SecretSeal } from './secret-seal';
import { TellOfChange } from './tell-of-change';
import { TotpFactor } from './totp-factor.entity';
import { stepOfCode } from './totp';

/** Wrong codes in a row that cost nothing; after them every further one doubles the wait. */
export const FREE_CODES = 5;
export const FIRST_WAIT_S = 60;
export const LONGEST_WAIT_S = 3_600;

/** What a proof is worth; `waitSeconds`: no code is looked at before. */
export type Verdict = 'right' | 'wrong' | { readonly waitSeconds: number };

/**
 * Checks the second factor of an account, in the caller's transaction, which must be committed whatever the verdict: it
 * counts what was wrong and uses up what was right.
 *
 * A code has a million values, of which three are right at a time, so wrong ones are counted for the account, over all
 * sign-ins: after some in a row each makes the next wait, up to an hour. Whoever gets so far knows the password. The
 * owner is not locked out: recovery codes, which nobody can guess, and passkeys never wait.
 */
@Injectable()
export class ProveSecondFactor {
  constructor(
    private readonly seal: SecretSeal,
    private readonly recoveryCodes: RecoveryCodes,
    private readonly tell: TellOfChange,
  ) {}

  async run(manager: EntityManager, userId: string, proof: SecondFactorProof, now: Date): Promise<Verdict> {
    // The lock makes proofs of one account wait for each other: no code can be used twice at the same moment.
    const factor = await manager.findOne(TotpFactor, { where: { userId }, lock: { mode: 'pessimistic_write' } });
    if (!factor?.confirmedAt) return 'wrong';
    if ('code' in proof) return this.checkCode(manager, factor, proof.code, now);
    if (!(await this.recoveryCodes.use(manager, userId, proof.recoveryCode))) return 'wrong';
    await manager.update(TotpFactor, { userId }, { wrongCodes: 0, waitUntil: null });
    await this.tell.run(manager, { userId, what: 'recovery-code-used' }, now);
    return 'right';
  }

  private async checkCode(manager: EntityManager, factor: TotpFactor, code: string, now: Date): Promise<Verdict> {
    const { userId, lastStep, waitUntil } = factor;
    if (waitUntil && waitUntil > now) return { waitSeconds: Math.ceil((waitUntil.getTime() - now.getTime()) / 1_000) };
    const secret = this.seal.open(factor, userId);
    const step = stepOfCode(secret, code, now);
    if (step === undefined || (lastStep !== null && step <= lastStep)) {
      const wrongCodes = factor.wrongCodes + 1;
      await manager.update(TotpFactor, { userId }, { wrongCodes, waitUntil: waitAfter(wrongCodes, now) });
      return 'wrong';
    }
    const resealed = this.seal.isOutdated(factor) ? this.seal.seal(secret, userId) : {};
    await manager.update(TotpFactor, { userId }, { lastStep: step, wrongCodes: 0, waitUntil: null, ...resealed });
    return 'right';
  }
}

function waitAfter(wrongCodes: number, now: Date): Date | null {
  if (wrongCodes < FREE_CODES) return null;
  const seconds = Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** Math.min(wrongCodes - FREE_CODES, 20));
  return new Date(now.getTime() + seconds * 1_000);
}
