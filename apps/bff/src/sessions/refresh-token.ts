import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A refresh token names its session, so that a token long rotated away still finds the family that it must end. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly text: string;
  readonly hash: Buffer;
}

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/;

/** A new token of a session, with 256 random bits. */
export function newRefreshToken(sessionId: string): RefreshToken {
  const text = `${sessionId}.${randomBytes(32).toString('base64url')}`;
  return { sessionId, text, hash: sha256(text) };
}

/** The token that a cookie brought; undefined where it is none. */
export function readRefreshToken(text: unknown): RefreshToken | undefined {
  if (typeof text !== 'string') return undefined;
  const sessionId = SHAPE.exec(text)?.[1];
  return sessionId === undefined ? undefined : { sessionId, text, hash: sha256(text) };
}

export function sameHash(one: Buffer | null, other: Buffer): boolean {
  return one !== null && one.length === other.length && timingSafeEqual(one, other);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
