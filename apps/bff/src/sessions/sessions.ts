import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { newRefreshToken, readRefreshToken, type RefreshToken, sameHash } from './refresh-token';
import { type EndReason, Session } from './session.entity';
import { SessionLife } from './session-life';
import { TellOfReuse } from './tell-of-reuse';

/** Two tabs may send the same token at once: for so long the one before is not taken for a stolen one. */
export const GRACE_MS = 10_000;

/** What a session gives its browser; without a `refreshToken` the one that it has stays. */
export interface Grant {
  readonly sessionId: string;
  readonly userId: string;
  readonly expiresAt: Date;
  readonly refreshToken?: string;
}

/** Begins, renews and ends sessions. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly life: SessionLife,
    private readonly tellOfReuse: TellOfReuse,
  ) {}

  /** A new session; `device` is what its user will know it by. */
  async begin(
    userId: string,
    device = '',
    now = new Date(),
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Grant> {
    const token = newRefreshToken(randomUUID());
    const expiresAt = this.life.expiry(now, now);
    await manager.insert(Session, {
      id: token.sessionId,
      userId,
      tokenHash: token.hash,
      previousTokenHash: null,
      createdAt: now,
      lastUsedAt: now,
      expiresAt,
      endedAt: null,
      endReason: null,
      device,
    });
    return { sessionId: token.sessionId, userId, expiresAt, refreshToken: token.text };
  }

  /**
   * Exchanges a refresh token; undefined where it is worth nothing. The token before the valid one is worth an access
   * token for a moment (`GRACE_MS`); later, or any older one, it means that somebody else has it too: the session ends,
   * and its user is told.
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
      const expiresAt = this.life.expiry(session.createdAt, now);
      await manager.update(
        Session,
        { id: sessionId },
        { tokenHash: next.hash, previousTokenHash: token.hash, lastUsedAt: now, expiresAt },
      );
      return { sessionId, userId, expiresAt, refreshToken: next.text };
    }
    const age = now.getTime() - session.lastUsedAt.getTime();
    const isOfOtherTab = age <= GRACE_MS && sameHash(session.previousTokenHash, token.hash);
    if (isOfOtherTab) return { sessionId, userId, expiresAt: session.expiresAt };
    await manager.update(Session, { id: sessionId }, { endedAt: now, endReason: 'reused' });
    await this.tellOfReuse.run(manager, session, now);
    return undefined;
  }

  /** Ends a session; ending it twice, or one that never was, does nothing. */
  async end(sessionId: string, reason: EndReason = 'signed-out', now = new Date()): Promise<void> {
    await this.dataSource
      .getRepository(Session)
      .update({ id: sessionId, endedAt: IsNull() }, { endedAt: now, endReason: reason });
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

  /** Ends all sessions of a user but `except`, in the caller's transaction; their next request is refused. */
  async endAllOf(manager: EntityManager, userId: string, except?: string, now = new Date()): Promise<void> {
    const others = except === undefined ? {} : { id: Not(except) };
    await manager.update(Session, { userId, endedAt: IsNull(), ...others }, { endedAt: now, endReason: 'ended' });
  }

  /** Forgets sessions that expired before `before`; their tokens are worth nothing any more. */
  async forgetExpired(before = new Date()): Promise<void> {
    await this.dataSource.query('DELETE FROM session WHERE expires_at < $1', [before]);
  }
}
