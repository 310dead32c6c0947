import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { newRefreshToken, readRefreshToken, type RefreshToken, sameHash } from './refresh-token';
import { Session } from './session.entity';

export const REFRESH_DAYS = 30;
/** Two tabs may send the same token at once: for so long the one before is not taken for a stolen one. */
export const GRACE_MS = 10_000;

/** What a session gives its browser; without a `refreshToken` the one that it has stays. */
export interface Grant {
  readonly sessionId: string;
  readonly userId: string;
  readonly refreshToken?: string;
}

/** Begins, renews and ends sessions. */
@Injectable()
export class Sessions {
  constructor(private readonly dataSource: DataSource) {}

  async begin(userId: string, now = new Date()): Promise<Grant> {
    const token = newRefreshToken(randomUUID());
    await this.dataSource.getRepository(Session).insert({
      id: token.sessionId,
      userId,
      tokenHash: token.hash,
      previousTokenHash: null,
      lastUsedAt: now,
      expiresAt: expiry(now),
      endedAt: null,
    });
    return { sessionId: token.sessionId, userId, refreshToken: token.text };
  }

  /**
   * Exchanges a refresh token; undefined where it is worth nothing. The token before the valid one is worth an access
   * token for a moment (`GRACE_MS`); later, or any older one, it means that somebody else has it too: the session ends.
   */
  async renew(text: unknown, now = new Date()): Promise<Grant | undefined> {
    const token = readRefreshToken(text);
    if (!token) return undefined;
    return this.dataSource.transaction((manager) => this.exchange(manager, token, now));
  }

  private async exchange(manager: EntityManager, token: RefreshToken, now: Date): Promise<Grant | undefined> {
    const { sessionId } = token;
    const session = await manager.findOne(Session, {
      where: { id: sessionId, endedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (!session || session.expiresAt <= now) return undefined;
    const { userId } = session;
    if (sameHash(session.tokenHash, token.hash)) {
      const next = newRefreshToken(sessionId);
      await manager.update(
        Session,
        { id: sessionId },
        { tokenHash: next.hash, previousTokenHash: token.hash, lastUsedAt: now, expiresAt: expiry(now) },
      );
      return { sessionId, userId, refreshToken: next.text };
    }
    const age = now.getTime() - session.lastUsedAt.getTime();
    if (age <= GRACE_MS && sameHash(session.previousTokenHash, token.hash)) return { sessionId, userId };
    await manager.update(Session, { id: sessionId }, { endedAt: now });
    return undefined;
  }

  /** Ends a session; ending it twice, or one that never was, does nothing. */
  async end(sessionId: string, now = new Date()): Promise<void> {
    await this.dataSource.getRepository(Session).update({ id: sessionId, endedAt: IsNull() }, { endedAt: now });
  }

  /** Ends the session of a refresh token, where the token is (or just was) valid. */
  async endByToken(text: unknown): Promise<void> {
    const token = readRefreshToken(text);
    if (!token) return;
    const session = await this.dataSource.getRepository(Session).findOneBy({ id: token.sessionId, endedAt: IsNull() });
    if (!session) return;
    const known = sameHash(session.tokenHash, token.hash) || sameHash(session.previousTokenHash, token.hash);
    if (known) await this.end(session.id);
  }

  /** Forgets sessions that expired before `before`; their tokens are worth nothing any more. */
  async forgetExpired(before = new Date()): Promise<void> {
    await this.dataSource.query('DELETE FROM session WHERE expires_at < $1', [before]);
  }
}

function expiry(now: Date): Date {
  return new Date(now.getTime() + REFRESH_DAYS * 86_400_000);
}
