import { PENDING_MINUTES, PENDING_TRIES, type SecondFactorProof } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { DataSource, type EntityManager, LessThan } from 'typeorm';
import { z } from 'zod';
import { sameHash } from '../sessions/refresh-token';
import { SessionKeys } from '../sessions/session-keys';
import { User } from '../users/user.entity';
import type { KnownUser } from '../users/users';
import { PendingSignIn } from './pending-sign-in.entity';
import { ProveSecondFactor, type Verdict } from './prove-second-factor';

/** Audience of tokens between the two steps: such a token opens no session. */
export const PENDING_AUDIENCE = 'ceex-second-factor';

const payload = z.object({ sub: z.uuid(), jti: z.uuid() });

/** How a second step ended; `again`: the first one is worth nothing (any more). */
export type Outcome = KnownUser | 'again' | Exclude<Verdict, 'right'>;

/** Sign-ins between the right password and the second factor: short, few tries, one success. */
@Injectable()
export class PendingSignIns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: SessionKeys,
    private readonly prove: ProveSecondFactor,
  ) {}

  /** The token for the second step of a user whose password, as kept in `passwordHash`, was right. */
  async begin({ id: userId, passwordHash }: KnownUser, now = new Date()): Promise<string> {
    const id = randomUUID();
    const pending = this.dataSource.getRepository(PendingSignIn);
    await pending.delete({ expiresAt: LessThan(now) });
    const expiresAt = new Date(now.getTime() + PENDING_MINUTES * 60_000);
    await pending.insert({ id, userId, passwordVersion: versionOf(passwordHash), tries: 0, expiresAt });
    return this.keys.sign({ sub: userId, jti: id }, { audience: PENDING_AUDIENCE, seconds: PENDING_MINUTES * 60 });
  }

  /** The second step with a token of `begin`. The right proof uses the token up. */
  async finish(token: string, proof: SecondFactorProof, now = new Date()): Promise<Outcome> {
    const { data } = payload.safeParse(this.keys.read(token, PENDING_AUDIENCE));
    if (!data) return 'again';
    return this.dataSource.transaction(async (manager) => {
      const living = await this.living(manager, data.jti, data.sub, now);
      if (!living) return 'again';
      const { pending, user } = living;
      const verdict = await this.prove.run(manager, pending.userId, proof, now);
      if (verdict === 'right') {
        await manager.delete(PendingSignIn, { id: pending.id });
        return user;
      }
      await manager.update(PendingSignIn, { id: pending.id }, { tries: pending.tries + 1 });
      return verdict;
    });
  }

  private async living(manager: EntityManager, id: string, userId: string, now: Date) {
    const pending = await manager.findOne(PendingSignIn, {
      where: { id, userId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!pending || pending.expiresAt <= now || pending.tries >= PENDING_TRIES) return undefined;
    const user = await manager.findOneBy(User, { id: userId });
    const isAsBefore = user && sameHash(versionOf(user.passwordHash), pending.passwordVersion);
    return isAsBefore ? { pending, user } : undefined;
  }
}

function versionOf(passwordHash: string): Buffer {
  return createHash('sha256').update(passwordHash).digest();
}
