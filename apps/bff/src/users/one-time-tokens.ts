import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { OneTimeToken } from './one-time-token.entity';
import { hashOfToken, newTokenText } from './token-text';

export type TokenPurpose = 'reset-password' | 'register' | 'confirm-old-email' | 'confirm-new-email';

export interface TokenRequest {
  readonly purpose: TokenPurpose;
  readonly userId?: string;
  readonly subject: string;
  readonly lifeMinutes: number;
}

/**
 * Tokens that are good for one thing, once, and not for long. They are kept as hashes, so that whoever reads the
 * database can use none, and a token of one purpose is worth nothing for another.
 */
@Injectable()
export class OneTimeTokens {
  /** A new token's text. Older ones of the same purpose and user (without a user: of the same subject) end. */
  async issue(manager: EntityManager, request: TokenRequest, now = new Date()): Promise<string> {
    const { purpose, userId, subject, lifeMinutes } = request;
    await manager.delete(OneTimeToken, userId ? { purpose, userId } : { purpose, userId: IsNull(), subject });
    const text = newTokenText();
    await manager.insert(OneTimeToken, {
      hash: hashOfToken(text),
      purpose,
      userId: userId ?? null,
      subject,
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifeMinutes * 60_000),
    });
    return text;
  }

  /** The living token of `text`, left as it is; undefined where it is none, another purpose's, used or expired. */
  async peek(
    manager: EntityManager,
    purpose: TokenPurpose,
    text: string,
    now = new Date(),
  ): Promise<OneTimeToken | undefined> {
    const hash = hashOfToken(text);
    if (!hash) return undefined;
    return (await manager.findOneBy(OneTimeToken, { hash, purpose, expiresAt: MoreThan(now) })) ?? undefined;
  }

  /** Like `peek`, and the token is gone: of two who use it at once, one gets it. */
  async use(
    manager: EntityManager,
    purpose: TokenPurpose,
    text: string,
    now = new Date(),
  ): Promise<OneTimeToken | undefined> {
    const token = await this.peek(manager, purpose, text, now);
    if (!token) return undefined;
    const { affected } = await manager.delete(OneTimeToken, { hash: token.hash });
    return affected === 1 ? token : undefined;
  }

  /** Ends all tokens of a user, or those of some purposes. */
  async endAllOf(manager: EntityManager, userId: string, ...purposes: readonly TokenPurpose[]): Promise<void> {
    if (purposes.length === 0) await manager.delete(OneTimeToken, { userId });
    for (const purpose of purposes) await manager.delete(OneTimeToken, { userId, purpose });
  }

  /** Forgets what expired before `before`. */
  async forgetExpired(manager: EntityManager, before = new Date()): Promise<void> {
    await manager.delete(OneTimeToken, { expiresAt: LessThanOrEqual(before) });
  }
}
