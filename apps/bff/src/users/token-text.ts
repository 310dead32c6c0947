import { createHash, randomBytes } from 'node:crypto';

const SHAPE = /^[\w-]{43}$/;

/** The text of a new one-time token: 256 random bits that fit into a link. */
export function newTokenText(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token (SHA-256); undefined where `text` cannot be one. */
export function hashOfToken(text: string): Buffer | undefined {
  return SHAPE.test(text) ? createHash('sha256').update(text).digest() : undefined;
}
